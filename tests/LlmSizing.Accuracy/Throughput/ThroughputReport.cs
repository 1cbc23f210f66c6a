using System;
using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;

namespace LlmSizing.Accuracy;

/// <summary>Every row of a file against its prediction: a line per group, then the totals.</summary>
public sealed class ThroughputReport
{
    private readonly IReadOnlyList<(ThroughputRow Row, ThroughputCase? Case, SteadyState? State, SteadyState? Ideal)> rows;

    private ThroughputReport(IReadOnlyList<(ThroughputRow, ThroughputCase?, SteadyState?, SteadyState?)> rows) => this.rows = rows;

    /// <summary>Runs a file.</summary>
    public static ThroughputReport Of(IReadOnlyList<ThroughputRow> rows, Catalog catalog) => new([.. rows.Select(row =>
    {
        ThroughputCase? found = ThroughputCase.Of(row, catalog);
        return (row, found, found?.Predict(found.Tuning(catalog.Tunings)), found?.Predict(EngineTuning.Ideal));
    })]);

    /// <summary>Rows whose model, GPU or engine is not known.</summary>
    public int Unresolved => rows.Count(row => row.State is null);

    /// <summary>Rows that are predicted to be faster than the datasheet allows.</summary>
    public int FasterThanPhysics => rows.Count(row => row.State is not null && (row.State.TpotSeconds < row.Ideal!.TpotSeconds || row.State.TtftSeconds < row.Ideal.TtftSeconds));

    /// <summary>The errors of TPOT in percent.</summary>
    public Spread Tpot => Errors(rows, state => state.TpotSeconds, row => row.TpotMs);

    /// <summary>The errors of TTFT in percent.</summary>
    public Spread Ttft => Errors(rows, state => state.TtftSeconds, row => row.TtftMs);

    /// <summary>A line per group, then the totals.</summary>
    public void Write(TextWriter text)
    {
        foreach (var group in rows.GroupBy(row => row.Row.Group).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            Spread tpot = Errors(group, state => state.TpotSeconds, row => row.TpotMs), ttft = Errors(group, state => state.TtftSeconds, row => row.TtftMs);
            text.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{group.Key}: rows {group.Count()}, tpot {tpot.Median} % (p90 {tpot.Rank(90)} %), ttft {ttft.Median} % (p90 {ttft.Rank(90)} %), tpot bias {Bias(group):0.0} %"));
        }
        text.WriteLine();
        text.WriteLine($"rows: {rows.Count}");
        text.WriteLine($"unresolved: {Unresolved}");
        text.WriteLine($"tpot_median_pct: {Tpot.Median}");
        text.WriteLine($"tpot_p90_pct: {Tpot.Rank(90)}");
        text.WriteLine($"ttft_median_pct: {Ttft.Median}");
        text.WriteLine($"ttft_p90_pct: {Ttft.Rank(90)}");
        text.WriteLine($"faster_than_physics: {FasterThanPhysics}");
    }

    private static double Bias(IEnumerable<(ThroughputRow Row, ThroughputCase? Case, SteadyState? State, SteadyState? Ideal)> rows)
    {
        double[] logs = [.. rows.Where(row => row.State is not null).Select(row => Math.Log(row.State!.TpotSeconds * 1000 / row.Row.TpotMs))];
        return logs.Length == 0 ? 0 : 100 * (Math.Exp(logs.Average()) - 1);
    }

    private static Spread Errors(
        IEnumerable<(ThroughputRow Row, ThroughputCase? Case, SteadyState? State, SteadyState? Ideal)> rows, Func<SteadyState, double> seconds, Func<ThroughputRow, double> measured) =>
        new(rows.Where(row => row.State is not null).Select(row => (decimal)(100 * ((seconds(row.State!) * 1000 / measured(row.Row)) - 1))));
}
