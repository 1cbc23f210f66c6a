namespace LlmSizing;

/// <summary>Restoring a session from its tier takes longer than the bound of recomputing it.</summary>
public sealed class KvOffloadSlowerThanRecomputeRule : AlertRule
{
    /// <summary>Creates the rule.</summary>
    public KvOffloadSlowerThanRecomputeRule()
        : base(AlertSeverity.Warning, "kv_offload_slower_than_recompute")
    {
    }

    /// <inheritdoc/>
    public override bool Applies(ScenarioResult result) =>
        result.Request.StorageWorkload?.OffloadTier is not null && new RestoreOrRecompute(result.Request).IsSlower;
}
