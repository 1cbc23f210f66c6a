namespace LlmSizing;

/// <summary>More context was asked for than the model has.</summary>
public sealed class ContextClampedRule : AlertRule
{
    /// <summary>Creates the rule.</summary>
    public ContextClampedRule()
        : base(AlertSeverity.Warning, "context_clamped")
    {
    }

    /// <inheritdoc/>
    public override bool Applies(ScenarioResult result) => result.Request.KvCache.IsClamped;
}
