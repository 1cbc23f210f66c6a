namespace LlmSizing;

/// <summary>The read operations of the storage, not its throughput, decide how long a load takes.</summary>
public sealed class StorageIopsBoundRule : AlertRule
{
    /// <summary>Creates the rule.</summary>
    public StorageIopsBoundRule()
        : base(AlertSeverity.Warning, "storage_iops_bound")
    {
    }

    /// <inheritdoc/>
    public override bool Applies(ScenarioResult result) =>
        result.Request is { StorageWorkload: not null, Storage.IopsRead: not null } && new StorageOutlook(result).Timing!.Bound == "iops";
}
