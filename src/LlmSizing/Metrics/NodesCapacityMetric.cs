using System.Collections.Generic;

namespace LlmSizing;

/// <summary>Nodes for the load, without headroom or spares.</summary>
public sealed class NodesCapacityMetric : NodeMetric
{
    /// <inheritdoc/>
    public override string Id => "nodes_capacity";

    /// <inheritdoc/>
    protected override long? Nodes(ScenarioResult result) => result.NodesCapacity;

    /// <inheritdoc/>
    protected override IEnumerable<string> Formula(ScenarioResult result) => [UnitFormula(result, "nodes_capacity = ceil(concurrency / sessions_per_node)")];

    /// <inheritdoc/>
    protected override IEnumerable<RationaleInput> Inputs(ScenarioResult result) =>
    [
        new("concurrency", result.Concurrency),
        .. UnitInputs(result),
    ];
}
