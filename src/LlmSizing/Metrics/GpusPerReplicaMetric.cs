using System.Collections.Generic;

namespace LlmSizing;

/// <summary>GPUs of one replica.</summary>
public sealed class GpusPerReplicaMetric : PlacedCountMetric
{
    /// <inheritdoc/>
    public override string Id => "gpus_per_replica";

    /// <inheritdoc/>
    public override string Unit => "gpus";

    /// <inheritdoc/>
    public override MetricPreference Preference => MetricPreference.Less;

    /// <inheritdoc/>
    protected override IEnumerable<string> Formula(ScenarioResult result) => ["gpus_per_replica = tensor_parallel × pipeline_parallel × data_parallel"];

    /// <inheritdoc/>
    protected override IEnumerable<RationaleInput> Inputs(ScenarioResult result) => 
    [
        new("tensor_parallel", PlanOf(result).Placement.TensorParallel),
        new("pipeline_parallel", PlanOf(result).Placement.PipelineParallel),
        new("data_parallel", PlanOf(result).Placement.DataParallel),
        new("expert_parallel", PlanOf(result).Placement.ExpertParallel),
        new("context_parallel", PlanOf(result).Placement.ContextParallel),
    ];

    private protected override long CountOf(ScenarioResult result) => PlanOf(result).Layout.GpusPerReplica;
}
