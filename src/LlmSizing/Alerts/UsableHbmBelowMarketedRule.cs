namespace LlmSizing;

/// <summary>The driver reports less memory than the GPU is sold with.</summary>
public sealed class UsableHbmBelowMarketedRule : AlertRule
{
    /// <summary>Creates the rule.</summary>
    public UsableHbmBelowMarketedRule()
        : base(AlertSeverity.Information, "usable_hbm_below_marketed")
    {
    }

    /// <inheritdoc/>
    public override bool Applies(ScenarioResult result) => result.Request.Plan is NodePlan plan && plan.GpuBytes < plan.Server.HbmTotalBytes / plan.Server.Gpus;
}
