using System.Collections.Generic;

namespace LlmSizing;

/// <summary>Weights on the GPU that holds most of them.</summary>
public sealed class WeightsPerGpuMetric : PlacedBytesMetric
{
    /// <inheritdoc/>
    public override string Id => "weights_per_gpu_gib";

    /// <inheritdoc/>
    public override MetricPreference Preference => MetricPreference.Less;

    /// <inheritdoc/>
    protected override IEnumerable<string> Formula(ScenarioResult result) => ["weights_per_gpu_gib = max over pipeline stages of the matrices on their fullest GPU"];

    /// <inheritdoc/>
    protected override IEnumerable<RationaleInput> Inputs(ScenarioResult result) => 
    [
        new("placement", PlanOf(result).Placement.ToString()),
        new("pipeline_stage", PlanOf(result).Fullest.Shard.Stage.Index),
        Gib("weights_gib", PlanOf(result).WeightBytes),
    ];

    private protected override long BytesOf(ScenarioResult result) => PlanOf(result).WeightsPerGpuBytes;
}
