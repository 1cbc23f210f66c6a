using System.Collections.Generic;

namespace LlmSizing;

/// <summary>Replicas of the model on a node.</summary>
public sealed class ReplicasPerNodeMetric : PlacedCountMetric
{
    /// <inheritdoc/>
    public override string Id => "replicas_per_node";

    /// <inheritdoc/>
    public override string Unit => "replicas";

    /// <inheritdoc/>
    public override MetricPreference Preference => MetricPreference.More;

    /// <inheritdoc/>
    protected override IEnumerable<string> Formula(ScenarioResult result) => ["replicas_per_node = max(1, floor(gpus / gpus_per_replica))"];

    /// <inheritdoc/>
    protected override IEnumerable<RationaleInput> Inputs(ScenarioResult result) => 
    [
        new("gpus", result.Request.Server.Gpus),
        new("gpus_per_replica", PlanOf(result).Layout.GpusPerReplica),
        new("idle_gpus", PlanOf(result).Layout.IdleGpus),
    ];

    /// <inheritdoc/>
    protected override string Interpret(ScenarioResult result, Texts texts) => Sentence(result, texts, PlanOf(result).Layout.IsSpread ? "spread" : "interpretation");

    private protected override long CountOf(ScenarioResult result) => PlanOf(result).Layout.ReplicasPerNode;
}
