using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>What the engine takes of a GPU besides weights and KV cache, and what it leaves free.</summary>
public sealed class OverheadPerGpuMetric : PlacedBytesMetric
{
    /// <inheritdoc/>
    public override string Id => "overhead_per_gpu_gib";

    /// <inheritdoc/>
    public override MetricPreference Preference => MetricPreference.Less;

    /// <inheritdoc/>
    protected override IEnumerable<string> Formula(ScenarioResult result) => ["overhead_per_gpu_gib = gpu_gib - weights - kv_per_gpu_gib"];

    /// <inheritdoc/>
    protected override IEnumerable<RationaleInput> Inputs(ScenarioResult result) => 
    [
        new("engine", PlanOf(result).Deployment.Engine.Name + " " + PlanOf(result).Deployment.EngineVersion),
        Gib("gpu_gib", PlanOf(result).GpuBytes),
        .. PlanOf(result).IsOverheadAsked
            ? [new("runtime_overhead_gib", ResultText.Trimmed(result.RuntimeOverheadGib))]
            : new RationaleInput[]
            {
                Gib("engine_budget_gib", PlanOf(result).Binding.Memory.BudgetBytes),
                new("components_gib", string.Join(", ", PlanOf(result).Binding.Memory.Components.Select(part => part.Name + " " + NumberText.Gib(part.Bytes, 2)))),
            },
    ];

    private protected override long BytesOf(ScenarioResult result) => PlanOf(result).OverheadPerGpuBytes;
}
