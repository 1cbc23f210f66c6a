using System.Collections.Generic;

namespace LlmSizing;

/// <summary>A number about KV cache that leaves the GPU.</summary>
public abstract class KvOffloadTierMetric : StorageMetric
{
    /// <inheritdoc/>
    protected override IEnumerable<RationaleInput> Inputs(ScenarioResult result)
    {
        SizingRequest request = result.Request;
        var outlook = new StorageOutlook(result);
        ServerHardware hardware = request.Server.Hardware;
        yield return new("offload_tier", outlook.Offload.Tier.ToString().ToLowerInvariant());
        yield return new("kv_per_session_gib", ResultText.KvPerSession(result));
        yield return new("kv_on_fullest_gpu_gib", NumberText.Rounded(new Rational(outlook.Offload.PerGpuBytes(outlook.Context), ByteUnits.GiB), 4));
        yield return new("pcie_gb_s", StorageTiming.Known(hardware.PcieGbS));
        if (outlook.Offload.Tier == OffloadTier.Network)
        {
            yield return new("fabric_gb_s", StorageTiming.Known(hardware.FabricGbS));
        }
        if (outlook.Offload.Tier == OffloadTier.Nvme)
        {
            yield return new("throughput_read_gb_s", StorageTiming.Known(request.Storage!.ThroughputReadGbS));
            yield return new("throughput_write_gb_s", StorageTiming.Known(request.Storage.ThroughputWriteGbS));
        }
    }

    private protected override bool IsAsked(SizingRequest request, StorageWorkload workload) => workload.OffloadTier is not null;
}
