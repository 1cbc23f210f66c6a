using System.Collections.Generic;

namespace LlmSizing;

/// <summary>Every metric, in the order of the report.</summary>
public static class MetricList
{
    /// <summary>The metrics.</summary>
    public static IReadOnlyList<Metric> All { get; } =
    [
        new KvPerSessionMetric(),
        new KvTotalMetric(),
        new HbmTotalMetric(),
        new KvBudgetMetric(),
        new SessionsPerNodeMetric(),
        new NodesCapacityMetric(),
        new NodesWithHeadroomMetric(),
        new NodesFinalMetric(),
    ];
}
