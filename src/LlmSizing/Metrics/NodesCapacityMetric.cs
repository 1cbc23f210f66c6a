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
    protected override IEnumerable<string> Formula(ScenarioResult result) => result.Request.Traffic is null
        ? [UnitFormula(result, "nodes_capacity = ceil(concurrency / sessions_per_node)")]
        : ["nodes_capacity = max(nodes for memory, for throughput, for the SLO), each without headroom"];

    /// <inheritdoc/>
    protected override IEnumerable<RationaleInput> Inputs(ScenarioResult result) =>
    [
        new("concurrency", result.Concurrency),
        .. UnitInputs(result),
    ];

    /// <inheritdoc/>
    protected override string InterpretFeasible(ScenarioResult result, Texts texts) => Sentence(result, texts, result.Request.Traffic is null ? "interpretation" : "load");
}
