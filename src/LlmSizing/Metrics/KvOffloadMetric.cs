using System.Collections.Generic;

namespace LlmSizing;

/// <summary>GB/s of KV cache that a node writes to its tier at most.</summary>
public sealed class KvOffloadMetric : KvOffloadTierMetric
{
    /// <inheritdoc/>
    public override string Id => "kv_offload_gb_s";

    /// <inheritdoc/>
    public override string Unit => "GB/s";

    /// <inheritdoc/>
    public override MetricPreference Preference => MetricPreference.More;

    /// <inheritdoc/>
    protected override IEnumerable<string> Formula(ScenarioResult result) =>
    [
        result.Request.StorageWorkload! switch
        {
            { OffloadTier: OffloadTier.Dram } => "kv_offload_gb_s = pcie_gb_s × busy_gpus",
            { OffloadTier: OffloadTier.Network } => "kv_offload_gb_s = min(fabric_gb_s, pcie_gb_s) × busy_gpus",
            { IsShared: true } => "kv_offload_gb_s = min(throughput_write_gb_s / nodes_final, iops_write × read_block_kib / nodes_final, storage_nic_gb_s, pcie_gb_s × busy_gpus)",
            _ => "kv_offload_gb_s = min(throughput_write_gb_s, iops_write × read_block_kib, storage_nic_gb_s, pcie_gb_s × busy_gpus)",
        },
    ];

    private protected override object? NumberOf(StorageOutlook outlook) => outlook.OffloadGbS;

    private protected override string Show(object number) => SecondsText.Fixed((double)number, 2) + " GB/s";
}
