using System.Collections.Generic;

namespace LlmSizing;

/// <summary>Seconds to bring the KV cache of one session back from its tier.</summary>
public sealed class KvRestoreMetric : KvOffloadTierMetric
{
    /// <inheritdoc/>
    public override string Id => "kv_restore_seconds";

    /// <inheritdoc/>
    public override string Unit => "s";

    /// <inheritdoc/>
    public override MetricPreference Preference => MetricPreference.Less;

    /// <inheritdoc/>
    protected override IEnumerable<string> Formula(ScenarioResult result) =>
    [
        result.Request.StorageWorkload!.OffloadTier switch
        {
            OffloadTier.Dram => "kv_restore_seconds = kv_on_fullest_gpu / pcie_gb_s",
            OffloadTier.Network => "kv_restore_seconds = kv_on_fullest_gpu / min(fabric_gb_s, pcie_gb_s)",
            _ => "kv_restore_seconds = max(kv_per_session / min(throughput_read_gb_s, storage_nic_gb_s), kv_on_fullest_gpu / pcie_gb_s, reads / iops_read)",
        },
    ];

    private protected override object? NumberOf(StorageOutlook outlook) => outlook.Offload.RestoreSeconds(outlook.Context);

    private protected override string Show(object number) => SecondsText.Of((double)number)!;
}
