namespace LlmSizing;

/// <summary>So little of the memory is KV cache that hardware is wasted.</summary>
public sealed class BudgetRatioLowRule : AlertRule
{
    /// <summary>Creates the rule.</summary>
    public BudgetRatioLowRule()
        : base(AlertSeverity.Warning, "budget_ratio_low")
    {
    }

    /// <inheritdoc/>
    public override bool Applies(ScenarioResult result) => result.KvBudgetRatio < 0.50m;
}
