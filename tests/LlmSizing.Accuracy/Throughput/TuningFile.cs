using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace LlmSizing.Accuracy;

/// <summary>Tunings as the text of a catalog: of any engine, of each, of each on a GPU generation with its cases, and what each release changes there.</summary>
internal static class TuningFile
{
    private const string Source = "Fitted by 'dotnet run --project tests/LlmSizing.Accuracy -- tune FILE.csv' to measured points of ai-dynamo/aiconfigurator@095f58a5 (silicon sample, Apache-2.0)";

    /// <summary>The text.</summary>
    public static string Of(TuningSpace space, double[] point, IReadOnlyList<ThroughputCase> cases, IReadOnlyDictionary<string, (decimal Tpot, decimal Ttft)> leftOut)
    {
        var text = new StringBuilder("# yaml-language-server: $schema=./schema/tunings.schema.json\n# Written by a fit to measured points: run it again rather than edit a number.\ntunings:\n");
        Entry(text, "any", null, null, null, space.Tuning(point, null, null), TuningConstants.All);
        From(text);
        foreach (string engine in cases.Select(one => one.Row.Engine).Distinct().Order(StringComparer.Ordinal))
        {
            Entry(text, engine, engine, null, null, space.Tuning(point, engine, null), TuningConstants.All);
            From(text);
            foreach (string generation in cases.Where(one => one.Row.Engine == engine).Select(one => one.Generation).Distinct().Order(StringComparer.Ordinal))
            {
                ThroughputCase[] own = [.. cases.Where(one => one.Row.Engine == engine && one.Generation == generation)];
                Entry(text, $"{engine}-{generation}", engine, generation, null, space.Tuning(point, engine, generation), TuningConstants.All);
                Cases(text, space, point, own, leftOut);
                From(text);
                foreach (string release in own.Select(one => one.Row.Release).Where(release => release.Contains(' ')).Distinct().Order(StringComparer.Ordinal))
                {
                    string bare = release[(engine.Length + 1)..];
                    Entry(text, $"{engine}-{generation}-{bare}", engine, generation, bare, space.Tuning(point, engine, generation, release), TuningSpace.ByRelease);
                    From(text);
                }
            }
        }
        return text.ToString();
    }

    /// <summary>The sizes of the errors of a case in percent.</summary>
    public static (decimal Tpot, decimal Ttft) Percent(ThroughputCase one, EngineTuning tuning)
    {
        (double tpot, double ttft) = TuningFit.Residuals(one, tuning);
        return (Percent(tpot), Percent(ttft));
    }

    /// <summary>The middle one.</summary>
    public static decimal Median(IEnumerable<decimal> errors) => Math.Round(new Spread(errors).MedianPercent ?? 0, 1);

    private static decimal Percent(double logarithm) => (decimal)Math.Min(1e9, Math.Abs(Math.Exp(logarithm) - 1) * 100);

    private static void Entry(StringBuilder text, string name, string? engine, string? generation, string? release, EngineTuning tuning, IEnumerable<TuningConstant> constants)
    {
        text.Append("  - name: ").Append(name).Append('\n');
        Line(text, "engine", engine);
        Line(text, "gpu_generation", generation);
        Line(text, "release", release is null ? null : $"\"{release}\"");
        text.Append("    constants:\n");
        foreach (TuningConstant constant in constants)
        {
            text.Append(CultureInfo.InvariantCulture, $"      {constant.Name}: {Math.Round((decimal)tuning[constant], 4):0.####}\n");
        }
    }

    private static void Cases(StringBuilder text, TuningSpace space, double[] point, ThroughputCase[] own, IReadOnlyDictionary<string, (decimal Tpot, decimal Ttft)> leftOut)
    {
        text.Append("    cases:\n");
        foreach (IGrouping<string, ThroughputCase> group in own.GroupBy(one => one.Row.Group).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            (decimal Tpot, decimal Ttft)[] errors = [.. group.Select(one => Percent(one, space.Tuning(point, one.Row.Engine, one.Generation, one.Row.Release)))];
            ThroughputCase first = group.First();
            text.Append(CultureInfo.InvariantCulture, $$"""
                      - { model: {{first.Plan.Model.Name}}, gpu: "{{first.Plan.Server.Gpu}}", rows: {{errors.Length}}, tpot_percent: {{Median(errors.Select(error => error.Tpot))}}, ttft_percent: {{Median(errors.Select(error => error.Ttft))}}, left_out_tpot_percent: {{leftOut[group.Key].Tpot}}, left_out_ttft_percent: {{leftOut[group.Key].Ttft}} }

                """);
        }
    }

    private static void From(StringBuilder text) => text.Append("    source:\n      - \"").Append(Source).Append("\"\n");

    private static void Line(StringBuilder text, string key, string? value)
    {
        if (value is not null)
        {
            text.Append("    ").Append(key).Append(": ").Append(value).Append('\n');
        }
    }
}
