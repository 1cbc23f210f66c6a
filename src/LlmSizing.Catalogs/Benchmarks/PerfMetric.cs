using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace LlmSizing;

/// <summary>A row of GenAI-Perf's or AIPerf's table: <c>Request Latency (ms)</c> and its numbers, thousands grouped or not.</summary>
internal sealed class PerfMetric
{
    private readonly IReadOnlyList<string> header;
    private readonly IReadOnlyList<string> cells;
    private readonly long line;

    public PerfMetric(IReadOnlyList<string> header, IReadOnlyList<string> cells, long line)
    {
        this.header = header;
        this.cells = cells;
        this.line = line;
        if (cells.Count > header.Count)
        {
            throw Wrong("the row has more cells than its section has columns");
        }
        string title = cells[0].Trim();
        int open = title.EndsWith(")", StringComparison.Ordinal) ? title.IndexOf(" (", StringComparison.Ordinal) : -1;
        Name = open < 0 ? title : title.Substring(0, open);
        Unit = open < 0 ? "" : title.Substring(open + 2, title.Length - open - 3);
    }

    public string Name { get; }

    public string Unit { get; }

    /// <summary>The mean, or the single value of a metric that has no percentiles.</summary>
    public double? Mean => Number("avg") ?? Number("Value");

    /// <exception cref="ImportException">The unit is none of time.</exception>
    public LatencySummary AsLatency()
    {
        double scale = Unit switch
        {
            "ms" => 1,
            "ns" => 1e-6,
            "us" => 1e-3,
            "s" or "sec" => 1e3,
            _ => throw Wrong($"{Shown.Quoted(Name)} has the unit {Shown.Quoted(Unit)}, which is none of ns, us, ms and s"),
        };
        return new LatencySummary(Mean * scale, Number("p50") * scale, Number("p90") * scale, Number("p95") * scale, Number("p99") * scale);
    }

    private double? Number(string column)
    {
        int index = header.Select(name => name.Trim()).ToList().IndexOf(column);
        string text = index >= 0 && index < cells.Count ? cells[index].Trim() : "";
        if (text.Length == 0 || text is "N/A" or "nan")
        {
            return null;
        }
        bool isNumber = double.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out double number) && IsGrouped(text);
        return isNumber && number <= 1e12 ? number : throw Wrong($"{Shown.Quoted(text)} is no number of 0 to 10^12");
    }

    // 1,234.56 and 1234.56 are numbers; 1,5 is not: .NET would read 15.
    private static bool IsGrouped(string text)
    {
        string[] groups = text.Split('.')[0].Split(',');
        return groups.Skip(1).All(group => group.Length == 3) && (groups.Length == 1 || groups[0].Length is >= 1 and <= 3);
    }

    private ImportException Wrong(string what) => new($"Line {NumberText.Plain(line)}: {what}.");
}
