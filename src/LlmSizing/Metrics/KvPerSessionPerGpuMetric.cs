using System.Collections.Generic;

namespace LlmSizing;

/// <summary>KV cache of one session on the GPU that binds, as the engine rounds it up.</summary>
public sealed class KvPerSessionPerGpuMetric : PlacedBytesMetric
{
    /// <inheritdoc/>
    public override string Id => "kv_per_session_per_gpu_gib";

    /// <inheritdoc/>
    public override MetricPreference Preference => MetricPreference.Less;

    /// <inheritdoc/>
    protected override IEnumerable<string> Formula(ScenarioResult result) => ["kv_per_session_per_gpu_gib = sum over the layers of the stage of what the engine keeps on one GPU"];

    /// <inheritdoc/>
    protected override IEnumerable<RationaleInput> Inputs(ScenarioResult result) => 
    [
        new("placement", PlanOf(result).Placement.ToString()),
        new("pipeline_stage", PlanOf(result).Binding.Shard.Stage.Index),
        new("block_size", PlanOf(result).Binding.Memory.BlockSize),
        new("kv_per_session_gib", ResultText.KvPerSession(result)),
    ];

    private protected override long BytesOf(ScenarioResult result) => PlanOf(result).Binding.SessionBytes;
}
