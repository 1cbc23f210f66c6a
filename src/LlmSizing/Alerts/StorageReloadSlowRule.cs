namespace LlmSizing;

/// <summary>Storage takes more than a second to read one session's KV cache back.</summary>
public sealed class StorageReloadSlowRule : AlertRule
{
    /// <summary>Creates the rule.</summary>
    public StorageReloadSlowRule()
        : base(AlertSeverity.Warning, "storage_reload_slow")
    {
    }

    /// <inheritdoc/>
    public override bool Applies(ScenarioResult result) => result.ExactReloadSeconds is var seconds && seconds.Numerator > seconds.Denominator;
}
