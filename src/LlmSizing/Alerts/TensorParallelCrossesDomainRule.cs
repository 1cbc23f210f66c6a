namespace LlmSizing;

/// <summary>Tensor parallelism goes beyond the GPUs that a fast interconnect joins.</summary>
public sealed class TensorParallelCrossesDomainRule : AlertRule
{
    /// <summary>Creates the rule.</summary>
    public TensorParallelCrossesDomainRule()
        : base(AlertSeverity.Warning, "tp_crosses_nvlink")
    {
    }

    /// <inheritdoc/>
    public override bool Applies(ScenarioResult result) => result.Request.Plan is NodePlan plan
        && plan.Placement.TensorParallel > System.Math.Min(plan.Server.Gpus, plan.Server.NvlinkDomainGpus ?? plan.Server.Gpus);
}
