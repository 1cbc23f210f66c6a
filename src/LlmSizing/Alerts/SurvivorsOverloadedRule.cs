namespace LlmSizing;

/// <summary>The nodes that are left after a failure do not carry the peak, or do not keep the promised latency.</summary>
public sealed class SurvivorsOverloadedRule : AlertRule
{
    /// <summary>Creates the rule.</summary>
    public SurvivorsOverloadedRule()
        : base(AlertSeverity.Warning, "survivors_overloaded")
    {
    }

    /// <inheritdoc/>
    public override bool Applies(ScenarioResult result) => result.Load is { Survivors.Holds: false };
}
