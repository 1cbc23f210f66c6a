using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace LlmSizing;

/// <summary>One row for each scenario and metric, as RFC 4180 has it, with invariant numbers.</summary>
/// <remarks>
/// Cells are quoted where RFC 4180 asks for it and never changed: a name that starts with an equals sign stays what it is, as a changed name would no longer
/// be the catalog's. Catalog names begin with a letter or a digit, so that a spreadsheet takes none of them for a formula.
/// </remarks>
public sealed class CsvReportFormat : LineReportFormat
{
    private static readonly string[] Header =
    [
        "model", "server", "storage", "concurrency", "effective_context", "kv_precision",
        "scenario", "peak_headroom_ratio", "ha_mode", "kv_budget_ratio", "runtime_overhead_gib", "feasible",
        "metric", "value", "unit", "bytes", "display",
    ];

    /// <summary>Creates the format.</summary>
    public CsvReportFormat()
        : base("Csv", ".csv")
    {
    }

    /// <summary>Writes the header.</summary>
    public override void WriteHead(TextWriter writer) => WriteRow(writer, Header);

    /// <summary>Writes the rows, each behind a line end: a part without the header begins with one.</summary>
    public override void WriteLines(SizingReport report, TextWriter writer)
    {
        foreach (ScenarioResult result in report.Sizings.SelectMany(sizing => sizing.Results))
        {
            foreach (Metric metric in MetricList.For(result))
            {
                writer.Write("\r\n");
                WriteRow(writer, Cells(result, metric, report.Texts));
            }
        }
        foreach (string[] row in report.Fleets.SelectMany(fleet => CsvFleet.Rows(fleet, report.Texts)).Concat(report.Simulations.SelectMany(CsvSimulation.Rows)))
        {
            writer.Write("\r\n");
            WriteRow(writer, row);
        }
    }

    /// <inheritdoc/>
    public override void Write(OptionComparison comparison, TextWriter writer)
    {
        WriteRow(writer, ["metric", "unit", "better", "option", "baseline", "value", "bytes", "display", "difference_percent", "is_better"]);
        foreach (ComparisonRow row in comparison.Rows)
        {
            for (int i = 0; i < row.Options.Count; i++)
            {
                writer.Write("\r\n");
                WriteRow(writer, OptionCells(comparison, row, i));
            }
        }
    }

    private static string[] Cells(ScenarioResult result, Metric metric, Texts texts) =>
    [
        result.Model, result.Server, result.Storage ?? "",
        NumberText.Plain(result.Concurrency), NumberText.Plain(result.EffectiveContext), result.KvPrecision,
        result.Scenario, NumberText.AsWritten(result.PeakHeadroomRatio), result.HaMode, NumberText.AsWritten(result.KvBudgetRatio),
        NumberText.AsWritten(result.RuntimeOverheadGib), result.Feasible ? "true" : "false",
        metric.Id, RoundTrip.Of(metric.Value(result)) ?? "", metric.UnitOf(result), RoundTrip.Of(metric.Bytes(result)) ?? "", metric.Display(result, texts),
    ];

    private static string[] OptionCells(OptionComparison comparison, ComparisonRow row, int option)
    {
        ComparisonCell cell = row.Options[option];
        return
        [
            row.Metric, row.Unit, OptionText.Preference(row.Preference), cell.Option, comparison.Names[comparison.Baseline], RoundTrip.Of(cell.Value) ?? "",
            RoundTrip.Of(cell.Bytes) ?? "", cell.Display, RoundTrip.Of(cell.DifferencePercent) ?? "", cell.IsBetter ? "true" : "false",
        ];
    }

    private static void WriteRow(TextWriter writer, IEnumerable<string> cells) => writer.Write(string.Join(",", cells.Select(Quoted)));

    private static string Quoted(string cell)
    {
        string text = Printable.WellFormed(cell);
        return text.IndexOfAny(['"', ',', '\r', '\n']) < 0 && text.Trim().Length == text.Length ? text : "\"" + text.Replace("\"", "\"\"") + "\"";
    }
}
