using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>Writes tunings as a catalog that reads back equal.</summary>
public static class TuningWriter
{
    /// <summary>The text of a catalog file.</summary>
    /// <param name="tunings">The tunings, in their order; constants are written to four places.</param>
    /// <exception cref="SizingException">A catalog could not hold them, such as for a name that commands do not take.</exception>
    public static string Write(IEnumerable<Tuning> tunings)
    {
        var yaml = new YamlText();
        yaml.Line(0, "tunings:");
        foreach (Tuning tuning in tunings)
        {
            Write(yaml, tuning);
        }
        return yaml.Checked("tunings");
    }

    private static void Write(YamlText yaml, Tuning tuning)
    {
        yaml.Line(2, "- name: " + YamlText.Word(tuning.Name));
        Word(yaml, "engine", tuning.Engine);
        Word(yaml, "gpu_generation", tuning.GpuGeneration);
        yaml.Text("release", tuning.Release);
        yaml.Line(4, "constants:");
        foreach (KeyValuePair<TuningConstant, double> constant in tuning.Constants.OrderBy(constant => constant.Key.Index))
        {
            yaml.Line(6, $"{constant.Key.Name}: {Four((decimal)constant.Value)}");
        }
        if (tuning.Cases.Count > 0)
        {
            yaml.Line(4, "cases:");
        }
        foreach (TuningCase one in tuning.Cases)
        {
            yaml.Line(6, $"- {{ model: {YamlText.Word(one.Model)}, gpu: {YamlText.Quoted(one.Gpu)}, rows: {NumberText.Plain(one.Rows)}"
                + Percent("tpot_percent", one.TpotPercent) + Percent("ttft_percent", one.TtftPercent)
                + Percent("left_out_tpot_percent", one.LeftOutTpotPercent) + Percent("left_out_ttft_percent", one.LeftOutTtftPercent) + " }");
        }
        yaml.Sources(tuning.References);
    }

    private static void Word(YamlText yaml, string name, string? value)
    {
        if (value is not null)
        {
            yaml.Line(4, $"{name}: {YamlText.Word(value)}");
        }
    }

    private static string Percent(string name, decimal? value) => value is decimal known ? $", {name}: {NumberText.AsWritten(known)}" : "";

    private static string Four(decimal value) => NumberText.AsWritten(decimal.Round(value, 4) / 1.0000000000000000000000000000m);
}
