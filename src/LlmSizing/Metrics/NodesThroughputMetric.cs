using System.Collections.Generic;

namespace LlmSizing;

/// <summary>Nodes that finish the requests of the peak as fast as they come.</summary>
public sealed class NodesThroughputMetric : LoadNodesMetric
{
    /// <inheritdoc/>
    public override string Id => "nodes_throughput";

    /// <inheritdoc/>
    protected override IEnumerable<string> Formula(ScenarioResult result) =>
    [
        result.Request.Traffic!.RequestsPerSecond is null
            ? "nodes_throughput: concurrency × (1 + peak_headroom_ratio) ≤ ranks × (batch + batch_requests_per_second × think_time_s)"
            : "nodes_throughput: requests_per_second × (1 + peak_headroom_ratio) < ranks × batch_requests_per_second",
        "ranks = nodes × replicas_per_node / nodes_per_replica × data_parallel; batch_requests_per_second = batch / (ttft(batch) + (output_tokens - 1) × tpot(batch))",
    ];

    /// <inheritdoc/>
    protected override IEnumerable<RationaleInput> Inputs(ScenarioResult result)
    {
        ServiceCurve curve = result.Request.Curve!;
        long batch = result.Load?.PlacesPerRank ?? 1;
        return
        [
            new("requests_per_second", result.Request.Traffic!.RequestsPerSecond is decimal rate ? rate : "none"),
            new("peak_headroom_ratio", ResultText.Ratio(result.Capacity.PeakHeadroomBillionths)),
            new("batch", batch),
            LoadText.Input("batch_requests_per_second", curve.Rate(batch)),
            new("replicas_per_node", curve.Plan.Layout.ReplicasPerNode),
            new("nodes_per_replica", curve.Plan.Layout.NodesPerReplica),
            new("data_parallel", curve.Plan.Placement.DataParallel),
        ];
    }

    private protected override long? NodesOf(LoadAnswer load) => load.NodesThroughput;
}
