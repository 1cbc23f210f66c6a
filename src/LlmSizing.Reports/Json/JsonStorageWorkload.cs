namespace LlmSizing;

/// <summary>What was asked of storage; what was not given is null.</summary>
internal static class JsonStorageWorkload
{
    public static void Write(JsonPage json, StorageWorkload workload)
    {
        json.Flag("storage_shared", workload.IsShared);
        json.Number("max_load_seconds", workload.MaxLoadSeconds);
        json.Number("init_seconds", workload.InitSeconds);
        json.Number("storage_nic_gb_s", workload.NicGbS);
        json.Number("read_block_kib", workload.ReadBlockKib);
        json.Number("model_versions", workload.ModelVersions);
        json.Number("version_margin_ratio", workload.VersionMarginRatio);
        json.Number("log_gb_per_day", workload.LogGbPerDay);
        json.Number("retention_days", workload.RetentionDays);
        json.Number("checkpoint_count", workload.CheckpointCount);
        json.Number("rolling_update_nodes", workload.RollingUpdateNodes);
        json.Text("offload_tier", workload.OffloadTier?.ToString().ToLowerInvariant());
    }
}
