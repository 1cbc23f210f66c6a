using System.Collections.Generic;

namespace LlmSizing;

/// <summary>Nodes that one replica needs.</summary>
public sealed class NodesPerReplicaMetric : PlacedCountMetric
{
    /// <inheritdoc/>
    public override string Id => "nodes_per_replica";

    /// <inheritdoc/>
    public override string Unit => "nodes";

    /// <inheritdoc/>
    public override MetricPreference Preference => MetricPreference.Less;

    /// <inheritdoc/>
    protected override IEnumerable<string> Formula(ScenarioResult result) => ["nodes_per_replica = ceil(tensor-parallel groups / groups that fit a node)"];

    /// <inheritdoc/>
    protected override IEnumerable<RationaleInput> Inputs(ScenarioResult result) => 
    [
        new("gpus", result.Request.Server.Gpus),
        new("tensor_parallel", PlanOf(result).Placement.TensorParallel),
        new("gpus_per_replica", PlanOf(result).Layout.GpusPerReplica),
    ];

    /// <inheritdoc/>
    protected override string Interpret(ScenarioResult result, Texts texts) => Sentence(result, texts, PlanOf(result).Layout.IsSpread ? "spread" : "interpretation");

    private protected override long CountOf(ScenarioResult result) => PlanOf(result).Layout.NodesPerReplica;
}
