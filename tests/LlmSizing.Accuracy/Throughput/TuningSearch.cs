using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace LlmSizing.Accuracy;

/// <summary>Fits the tunings to a file of measured points, tries each group of model, GPU and engine without it, and writes the catalog of tunings.</summary>
internal sealed class TuningSearch
{
    private const int Rounds = 25;
    private const int RoundsWithout = 6;
    private readonly IReadOnlyList<ThroughputCase> cases;
    private readonly TuningSpace space;

    public TuningSearch(IReadOnlyList<ThroughputCase> cases)
    {
        this.cases = cases;
        space = new TuningSpace(
            cases.Select(one => one.Row.Engine).Distinct().Order(StringComparer.Ordinal),
            cases.Select(one => one.Generation).Distinct().Order(StringComparer.Ordinal),
            cases.Select(one => one.Row.Release).Where(release => release.Contains(' ')).Distinct().Order(StringComparer.Ordinal));
    }

    /// <summary>Fits, and writes the file.</summary>
    /// <param name="file">The catalog to write.</param>
    /// <param name="text">Where progress goes.</param>
    public void Write(string file, TextWriter text)
    {
        double[] point = new TuningFit(space, cases).From(space.Start(), Rounds);
        Dictionary<string, (decimal Tpot, decimal Ttft)> leftOut = LeftOut(point, text);
        File.WriteAllText(file, TuningFile.Of(space, point, cases, leftOut));
    }

    private Dictionary<string, (decimal Tpot, decimal Ttft)> LeftOut(double[] point, TextWriter text)
    {
        var found = new Dictionary<string, (decimal, decimal)>();
        var tpots = new List<decimal>();
        var ttfts = new List<decimal>();
        foreach (IGrouping<string, ThroughputCase> group in cases.GroupBy(one => one.Row.Group))
        {
            ThroughputCase[] rest = [.. cases.Where(one => one.Row.Group != group.Key)];
            HashSet<string> known = [.. rest.Select(one => one.Row.Release)];
            double[] without = new TuningFit(space, rest).From(point, RoundsWithout);
            (decimal Tpot, decimal Ttft)[] errors = [.. group.Select(one =>
                TuningFile.Percent(one, space.Tuning(without, one.Row.Engine, one.Generation, known.Contains(one.Row.Release) ? one.Row.Release : null)))];
            (decimal Tpot, decimal Ttft) median = (TuningFile.Median(errors.Select(error => error.Tpot)), TuningFile.Median(errors.Select(error => error.Ttft)));
            found[group.Key] = median;
            tpots.AddRange(errors.Select(error => error.Tpot));
            ttfts.AddRange(errors.Select(error => error.Ttft));
            text.WriteLine(FormattableString.Invariant($"left out {group.Key}: rows {errors.Length}, tpot {median.Tpot} %, ttft {median.Ttft} %"));
        }
        text.WriteLine(FormattableString.Invariant($"left_out_tpot_median_pct: {TuningFile.Median(tpots)}"));
        text.WriteLine(FormattableString.Invariant($"left_out_ttft_median_pct: {TuningFile.Median(ttfts)}"));
        return found;
    }
}
