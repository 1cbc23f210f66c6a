using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace LlmSizing;

/// <summary>
/// The table that GenAI-Perf (profile_export_genai_perf.csv) and AIPerf (profile_export_aiperf.csv) write: a section of metrics with mean and percentiles, one of single values,
/// then, where they were measured, sections of GPUs, which are passed over.
/// </summary>
internal static class PerfCsv
{
    private const int LargestBytes = 4 << 20;

    /// <exception cref="ImportException">It is no such table, or a number in it is none; names the line.</exception>
    public static BenchmarkRun Read(byte[] text)
    {
        List<PerfMetric> metrics = Metrics(text);
        PerfMetric? Find(params string[] names) => metrics.FirstOrDefault(metric => names.Contains(metric.Name, StringComparer.OrdinalIgnoreCase));
        LatencySummary Latency(string name) => Find(name)?.AsLatency() ?? LatencySummary.None;
        double? requests = Find("Request Throughput")?.Mean;
        double? completed = Find("Request Count")?.Mean;
        if (requests is null && Latency("Request Latency").Typical is null)
        {
            throw new ImportException("The file is no result of GenAI-Perf or AIPerf: it has neither a request latency nor a request throughput.");
        }
        var load = new BenchmarkLoad(
            inputTokens: Find("Input Sequence Length", "Num Input Token")?.Mean, outputTokens: Find("Output Sequence Length", "Num Output Token")?.Mean,
            completed: completed is double count ? (long)Math.Round(count) : null, durationSeconds: Find("Benchmark Duration")?.Mean);
        return new BenchmarkRun(
            ToolOf(metrics), null, null, load, Latency("Time To First Token"), Latency("Inter Token Latency"), LatencySummary.None, Latency("Request Latency"),
            new BenchmarkThroughput(requests, Find("Output Token Throughput")?.Mean));
    }

    // They differ in the spelling of one metric and in the unit of another.
    private static BenchmarkTool ToolOf(List<PerfMetric> metrics) =>
        metrics.Exists(metric => metric.Name == "Time To First Token" || metric is { Name: "Request Throughput", Unit: "per sec" }) ? BenchmarkTool.GenaiPerf : BenchmarkTool.Aiperf;

    private static List<PerfMetric> Metrics(byte[] text)
    {
        try
        {
            return [.. Metrics(Decode(text))];
        }
        catch (RefusedFileException error)
        {
            throw new ImportException($"Line {NumberText.Plain(error.Line)}: {error.Message} {error.Suggestion}");
        }
    }

    private static string Decode(byte[] bytes)
    {
        if (bytes.Length > LargestBytes)
        {
            throw new ImportException($"The CSV text has more than {NumberText.Plain(LargestBytes)} bytes, the most that is read of a table of results.");
        }
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            throw new ImportException("The CSV text is not UTF-8.");
        }
    }

    private static IEnumerable<PerfMetric> Metrics(string text)
    {
        IReadOnlyList<string>? header = null;
        bool isStart = true;
        var known = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (List<ScalarNode> row in CsvText.Rows(text))
        {
            string[] cells = [.. row.Select(cell => cell.Text)];
            long line = row[0].Line;
            bool isBlank = cells.All(string.IsNullOrWhiteSpace);
            if (isStart && !isBlank)
            {
                header = cells[0] == "Metric" && cells.Length > 1 && cells[1] != "GPU" ? cells : null;
            }
            else if (!isBlank && header is not null)
            {
                var metric = new PerfMetric(header, cells, line);
                yield return known.Add(metric.Name) ? metric : throw new ImportException($"Line {NumberText.Plain(line)}: {Shown.Quoted(metric.Name)} is there twice.");
            }
            isStart = isBlank;
        }
    }
}
