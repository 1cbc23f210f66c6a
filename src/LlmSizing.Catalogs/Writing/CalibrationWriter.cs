using System.Collections.Generic;

namespace LlmSizing;

/// <summary>Writes calibrations as a catalog that reads back equal.</summary>
public static class CalibrationWriter
{
    /// <summary>The text of a catalog file.</summary>
    /// <param name="calibrations">The calibrations, in their order.</param>
    /// <exception cref="SizingException">A catalog could not hold them, such as for a name that commands do not take.</exception>
    public static string Write(IEnumerable<Calibration> calibrations)
    {
        var yaml = new YamlText();
        yaml.Line(0, "calibrations:");
        foreach (Calibration calibration in calibrations)
        {
            Write(yaml, calibration);
        }
        return yaml.Checked("calibrations");
    }

    private static void Write(YamlText yaml, Calibration calibration)
    {
        yaml.Line(2, "- name: " + YamlText.Word(calibration.Name));
        yaml.Line(4, "engine: " + calibration.Engine);
        yaml.Text("engine_version", calibration.EngineVersion?.ToString());
        yaml.Line(4, "constants:");
        foreach (CalibrationConstant constant in calibration.Constants)
        {
            yaml.Line(6, "- name: " + constant.Name);
            yaml.Line(8, "value: " + NumberText.AsWritten(constant.Value));
            yaml.Line(8, "error_percent: " + NumberText.AsWritten(constant.ErrorPercent));
            yaml.Line(8, "cases: " + NumberText.Plain(constant.Cases));
            yaml.Line(8, "evidence: " + YamlText.Quoted(constant.Evidence));
        }
        yaml.Text("estimate", calibration.Estimate);
        yaml.Sources(calibration.References);
    }
}
