namespace LlmSizing;

/// <summary>No memory of the node is left for KV cache.</summary>
public sealed class NoKvBudgetRule : AlertRule
{
    /// <summary>Creates the rule.</summary>
    public NoKvBudgetRule()
        : base(AlertSeverity.Critical, "no_kv_budget")
    {
    }

    /// <inheritdoc/>
    public override bool Applies(ScenarioResult result) => result.Request.Plan is null && result.KvBudgetBytes == 0;
}
