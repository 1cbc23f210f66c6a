using System.Collections.Generic;

namespace LlmSizing;

/// <summary>Nodes whose memory holds the sessions of the peak.</summary>
public sealed class NodesMemoryMetric : LoadNodesMetric
{
    /// <inheritdoc/>
    public override string Id => "nodes_memory";

    /// <inheritdoc/>
    protected override IEnumerable<string> Formula(ScenarioResult result) =>
        [UnitFormula(result, "nodes_memory = ceil(concurrency × (1 + peak_headroom_ratio) / sessions_per_node)")];

    /// <inheritdoc/>
    protected override IEnumerable<RationaleInput> Inputs(ScenarioResult result) =>
    [
        new("concurrency", result.Concurrency),
        new("peak_headroom_ratio", ResultText.Ratio(result.Capacity.PeakHeadroomBillionths)),
        .. UnitInputs(result),
    ];

    private protected override long? NodesOf(LoadAnswer load) => load.NodesMemory;
}
