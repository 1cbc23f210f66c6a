namespace LlmSizing;

/// <summary>The weights fit, and not one session of the context does.</summary>
public sealed class ContextBeyondReplicaRule : AlertRule
{
    /// <summary>Creates the rule.</summary>
    public ContextBeyondReplicaRule()
        : base(AlertSeverity.Critical, "context_beyond_replica")
    {
    }

    /// <inheritdoc/>
    public override bool Applies(ScenarioResult result) => result.Request.Plan is { DoWeightsFit: true } && !result.Capacity.IsSessionHeld;
}
