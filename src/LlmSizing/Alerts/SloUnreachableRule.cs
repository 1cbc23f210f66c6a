namespace LlmSizing;

/// <summary>No number of nodes keeps the promised latency: a request that is alone takes longer.</summary>
public sealed class SloUnreachableRule : AlertRule
{
    /// <summary>Creates the rule.</summary>
    public SloUnreachableRule()
        : base(AlertSeverity.Critical, "slo_unreachable")
    {
    }

    /// <inheritdoc/>
    public override bool Applies(ScenarioResult result) => result.Load is { IsReachable: false };
}
