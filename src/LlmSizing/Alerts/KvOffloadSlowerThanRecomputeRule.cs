namespace LlmSizing;

/// <summary>Restoring a session from its tier takes longer than recomputing it: by the engine's step times, else by the bound.</summary>
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
