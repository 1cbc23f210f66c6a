namespace LlmSizing;

/// <summary>So much of the memory is KV cache that fragmentation threatens.</summary>
public sealed class BudgetRatioHighRule : AlertRule
{
    /// <summary>Creates the rule.</summary>
    public BudgetRatioHighRule()
        : base(AlertSeverity.Warning, "budget_ratio_high")
    {
    }

    /// <inheritdoc/>
    public override bool Applies(ScenarioResult result) => result.KvBudgetRatio > 0.75m;
}
