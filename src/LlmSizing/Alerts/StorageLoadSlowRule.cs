namespace LlmSizing;

/// <summary>All nodes of the scenario, started at once, load in more than the seconds asked for.</summary>
public sealed class StorageLoadSlowRule : AlertRule
{
    /// <summary>Creates the rule.</summary>
    public StorageLoadSlowRule()
        : base(AlertSeverity.Warning, "storage_load_slow")
    {
    }

    /// <inheritdoc/>
    public override bool Applies(ScenarioResult result) =>
        result.Request is { StorageWorkload.MaxLoadSeconds: not null, Storage: not null } && new StorageOutlook(result).IsTooSlow;
}
