using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing.Accuracy;

/// <summary>Tunings as the text of a catalog: of any engine, of each, of each on a GPU generation with its cases, and what each release changes there.</summary>
internal static class TuningFile
{
    private const string Source = "Fitted by 'dotnet run --project tests/LlmSizing.Accuracy -- tune FILE.csv' to measured points of ai-dynamo/aiconfigurator@095f58a5 (silicon sample, Apache-2.0)";

    /// <summary>The text.</summary>
    public static string Of(TuningSpace space, double[] point, IReadOnlyList<ThroughputCase> cases, IReadOnlyDictionary<string, (decimal Tpot, decimal Ttft)> leftOut)
    {
        List<Tuning> tunings = [Entry("any", null, null, null, space.Tuning(point, null, null), TuningConstants.All)];
        foreach (string engine in cases.Select(one => one.Row.Engine).Distinct().Order(StringComparer.Ordinal))
        {
            tunings.Add(Entry(engine, engine, null, null, space.Tuning(point, engine, null), TuningConstants.All));
            foreach (string generation in cases.Where(one => one.Row.Engine == engine).Select(one => one.Generation).Distinct().Order(StringComparer.Ordinal))
            {
                ThroughputCase[] own = [.. cases.Where(one => one.Row.Engine == engine && one.Generation == generation)];
                tunings.Add(Entry($"{engine}-{generation}", engine, generation, null, space.Tuning(point, engine, generation), TuningConstants.All, Cases(space, point, own, leftOut)));
                tunings.AddRange(own.Select(one => one.Row.Release).Where(release => release.Contains(' ')).Distinct().Order(StringComparer.Ordinal).Select(release => Entry(
                    $"{engine}-{generation}-{release[(engine.Length + 1)..]}", engine, generation, release[(engine.Length + 1)..],
                    space.Tuning(point, engine, generation, release), TuningSpace.ByRelease)));
            }
        }
        return "# yaml-language-server: $schema=./schema/tunings.schema.json\n# Written by a fit to measured points: run it again rather than edit a number.\n" + TuningWriter.Write(tunings);
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

    private static Tuning Entry(
        string name, string? engine, string? generation, string? release, EngineTuning tuning, IEnumerable<TuningConstant> constants, IReadOnlyList<TuningCase>? cases = null) =>
        new(new EntryInfo(name, references: [Source]), engine, generation, release, [.. constants.Select(constant => new KeyValuePair<TuningConstant, double>(constant, tuning[constant]))], cases ?? []);

    private static TuningCase[] Cases(TuningSpace space, double[] point, ThroughputCase[] own, IReadOnlyDictionary<string, (decimal Tpot, decimal Ttft)> leftOut) =>
    [
        .. own.GroupBy(one => one.Row.Group).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group =>
        {
            (decimal Tpot, decimal Ttft)[] errors = [.. group.Select(one => Percent(one, space.Tuning(point, one.Row.Engine, one.Generation, one.Row.Release)))];
            ThroughputCase first = group.First();
            return new TuningCase(
                first.Plan.Model.Name, first.Plan.Server.Gpu!, errors.Length, Median(errors.Select(error => error.Tpot)), Median(errors.Select(error => error.Ttft)),
                leftOut[group.Key].Tpot, leftOut[group.Key].Ttft);
        }),
    ];
}
