namespace LlmSizing;

/// <summary>More than a fifth of the nodes' sessions stay empty because nodes are whole; spares do not count.</summary>
public sealed class IdleFleetRule : AlertRule
{
    /// <summary>Creates the rule.</summary>
    public IdleFleetRule()
        : base(AlertSeverity.Information, "idle_fleet")
    {
    }

    /// <inheritdoc/>
    public override bool Applies(ScenarioResult result) => result.ExactIdleShare is var idle && idle.Numerator * 5 > idle.Denominator;
}
