namespace LlmSizing;

/// <summary>The names that a sentence about storage may use in braces, and their text.</summary>
internal static class StorageText
{
    /// <summary>The text of a name, or null where nothing was asked of storage or the name is another's.</summary>
    public static string? Find(ScenarioResult result, string name)
    {
        if (result.Request.StorageWorkload is not StorageWorkload workload)
        {
            return null;
        }
        var outlook = new StorageOutlook(result);
        return name switch
        {
            "max_load_seconds" => NumberText.AsWritten(workload.MaxLoadSeconds ?? 0),
            "model_versions" => NumberText.Plain(workload.ModelVersions ?? 0),
            "checkpoint_count" => NumberText.Plain(workload.CheckpointCount ?? 0),
            "log_gb" => NumberText.AsWritten((workload.LogGbPerDay ?? 0) * (workload.RetentionDays ?? 0)),
            "rolling_update_nodes" => NumberText.Plain(workload.RollingUpdateNodes ?? 0),
            "read_block_kib" => NumberText.Plain(workload.ReadBlockKib),
            "volume_tb" => SecondsText.Fixed(outlook.VolumeBytes / 1e12, 3),
            _ when workload.OffloadTier is not null && OfOffload(outlook, name) is string text => text,
            _ => outlook.Timing is StorageTiming timing ? OfTiming(outlook, timing, name) : null,
        };
    }

    private static string? OfOffload(StorageOutlook outlook, string name) => name switch
    {
        "offload_tier" => outlook.Offload.Tier.ToString().ToLowerInvariant(),
        "kv_restore" => SecondsText.Of(outlook.Compared.RestoreSeconds) ?? "",
        "restore_from" => outlook.Compared.FasterFrom is long tokens ? NumberText.Grouped(tokens) : "",
        "recompute" => SecondsText.Of(outlook.Compared.RecomputeSeconds) ?? "",
        "offload_gb_s" => outlook.OffloadGbS is double rate ? SecondsText.Fixed(rate, 2) : "",
        _ => null,
    };

    private static string? OfTiming(StorageOutlook outlook, StorageTiming timing, string name) => name switch
    {
        "all_nodes_load" => SecondsText.Of(outlook.AllNodesSeconds) ?? "",
        "update_gb_s" => outlook.UpdateGbS is double asked ? SecondsText.Fixed(asked, 2) : "",
        "update_given_gb_s" => outlook.UpdateGivenGbS is double given ? SecondsText.Fixed(given, 2) : "",
        "update_load" => SecondsText.Of(outlook.UpdateSeconds) ?? "",
        "storage_iops" => NumberText.Plain(outlook.IopsRead ?? 0),
        _ => timing.Find(name),
    };
}
