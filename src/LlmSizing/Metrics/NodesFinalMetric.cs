using System.Collections.Generic;

namespace LlmSizing;

/// <summary>Nodes for the load, its headroom and the spares of the scenario.</summary>
public sealed class NodesFinalMetric : NodeMetric
{
    /// <inheritdoc/>
    public override string Id => "nodes_final";

    /// <inheritdoc/>
    protected override long? Nodes(ScenarioResult result) => result.NodesFinal;

    /// <inheritdoc/>
    protected override IEnumerable<string> Formula(ScenarioResult result) => [
        "nodes_final = nodes_with_headroom + ha_extra_nodes" + (result.Request.Plan is { Layout.IsSpread: true } ? " × nodes_per_replica" : ""),
    ];

    /// <inheritdoc/>
    protected override IEnumerable<RationaleInput> Inputs(ScenarioResult result)
    {
        if (result.NodesWithHeadroom is long nodes)
        {
            yield return new("nodes_with_headroom", nodes);
        }
        yield return new("ha_extra_nodes", (long)result.ScenarioDefinition.HaMode.ExtraNodes);
        if (result.Request.Plan is { Layout.IsSpread: true } plan)
        {
            yield return new("nodes_per_replica", plan.Layout.NodesPerReplica);
        }
        yield return new("ha_mode", result.HaMode);
    }

    /// <inheritdoc/>
    protected override string InterpretFeasible(ScenarioResult result, Texts texts)
    {
        string mode = result.ScenarioDefinition.HaMode.ExtraNodes switch { 0 => "ha_none", 1 => "ha_one", _ => "ha_many" };
        return Sentence(result, texts, "interpretation") + " " + Sentence(result, texts, mode);
    }
}
