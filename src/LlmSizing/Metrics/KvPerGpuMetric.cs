using System.Collections.Generic;

namespace LlmSizing;

/// <summary>Memory for KV cache on the GPU that binds.</summary>
public sealed class KvPerGpuMetric : PlacedBytesMetric
{
    /// <inheritdoc/>
    public override string Id => "kv_per_gpu_gib";

    /// <inheritdoc/>
    public override MetricPreference Preference => MetricPreference.More;

    /// <inheritdoc/>
    protected override IEnumerable<string> Formula(ScenarioResult result) => ["kv_per_gpu_gib = max(0, gpu_gib - weights - overhead_per_gpu_gib)"];

    /// <inheritdoc/>
    protected override IEnumerable<RationaleInput> Inputs(ScenarioResult result) => 
    [
        Gib("gpu_gib", PlanOf(result).GpuBytes),
        Gib("binding_weights_gib", PlanOf(result).Binding.Memory.WeightBytes),
        Gib("overhead_per_gpu_gib", PlanOf(result).OverheadPerGpuBytes),
        new("pipeline_stage", PlanOf(result).Binding.Shard.Stage.Index),
    ];

    /// <inheritdoc/>
    protected override string Interpret(ScenarioResult result, Texts texts) => Sentence(result, texts, PlanOf(result).DoWeightsFit ? "interpretation" : "nothing_left");

    private protected override long BytesOf(ScenarioResult result) => PlanOf(result).KvPerGpuBytes;
}
