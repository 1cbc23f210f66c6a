namespace LlmSizing;

/// <summary>There is a KV budget, and not one session fits it.</summary>
public sealed class NoSessionFitsRule : AlertRule
{
    /// <summary>Creates the rule.</summary>
    public NoSessionFitsRule()
        : base(AlertSeverity.Critical, "no_session_fits")
    {
    }

    /// <inheritdoc/>
    public override bool Applies(ScenarioResult result) => result.Request.Plan is null && result.KvBudgetBytes > 0 && !result.Feasible;
}
