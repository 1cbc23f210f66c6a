using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>The latencies of a simulation as rows, in milliseconds.</summary>
internal static class SimulationTable
{
    public static IReadOnlyList<TextColumn> Columns(Texts texts) =>
    [
        new(texts.Get("report.simulation.latency")), new(texts.Get("report.simulation.mean"), true), new("p50", true), new("p90", true), new("p95", true), new("p99", true),
    ];

    public static IEnumerable<string[]> Rows(SimulationResult result, Texts texts) => SimulationFigures.Latencies(result)
        .Select(row => new[] { texts.Get("report.simulation." + row.Id) }.Concat(SimulationFigures.Of(row.Latency).Select(figure => figure.Display)).ToArray());
}
