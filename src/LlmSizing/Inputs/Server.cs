using System;

namespace LlmSizing;

/// <summary>A GPU server (one node): its GPUs and their memory.</summary>
public sealed class Server : CatalogEntry
{
    /// <summary>Creates a server.</summary>
    /// <param name="info">Name, aliases, references.</param>
    /// <param name="gpus">GPUs of the node, 1 to 1,000,000.</param>
    /// <param name="hbmPerGpuGb">Memory of one GPU in GB (10^9) as marketed, above 0, at most nine decimals.</param>
    /// <param name="gpu">The GPU's name, or null.</param>
    /// <param name="usableHbmPerGpuGib">What the driver reports for one GPU in GiB, or null where unknown.</param>
    /// <param name="hbmBandwidthTbS">Memory bandwidth of one GPU in TB/s (10^12), or null.</param>
    /// <param name="fp8Units">Whether the GPU computes in FP8; null where unknown.</param>
    /// <param name="int8Units">Whether the GPU computes in INT8; null where unknown.</param>
    /// <param name="nvlinkDomainGpus">GPUs that NVLink or its like joins, 1 without one; null where unknown.</param>
    /// <param name="hardware">What the server computes, moves, draws and takes up; nothing known when null.</param>
    /// <exception cref="SizingException">A number outside its range, or a total that does not fit.</exception>
    public Server(
        EntryInfo info,
        long gpus,
        decimal hbmPerGpuGb,
        string? gpu = null,
        decimal? usableHbmPerGpuGib = null,
        decimal? hbmBandwidthTbS = null,
        bool? fp8Units = null,
        bool? int8Units = null,
        long? nvlinkDomainGpus = null,
        ServerHardware? hardware = null)
        : base(info)
    {
        Name = info.Name;
        Gpus = gpus is >= 1 and <= 1_000_000 ? gpus : throw new SizingException("gpus", "gpus must be 1 to 1000000.");
        HbmPerGpuGb = hbmPerGpuGb > 0 ? hbmPerGpuGb : throw new SizingException("hbm_per_gpu_gb", "hbm_per_gpu_gb must be above 0 GB.");
        Gpu = gpu;
        UsableHbmPerGpuGib = AboveZero(usableHbmPerGpuGib, "usable_hbm_per_gpu_gib");
        HbmBandwidthTbS = AboveZero(hbmBandwidthTbS, "hbm_bandwidth_tb_s");
        Fp8Units = fp8Units;
        Int8Units = int8Units;
        NvlinkDomainGpus = AboveZero(nvlinkDomainGpus, "nvlink_domain_gpus");
        Hardware = hardware ?? new ServerHardware();
        try
        {
            HbmTotalBytes = checked(gpus * Billionths.From(hbmPerGpuGb, "hbm_per_gpu_gb"));
        }
        catch (OverflowException)
        {
            throw new SizingException("hbm_per_gpu_gb", "gpus times hbm_per_gpu_gb is more bytes than a 64-bit integer holds.");
        }
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <summary>The GPU's name, or null.</summary>
    public string? Gpu { get; }

    /// <summary>GPUs of the node.</summary>
    public long Gpus { get; }

    /// <summary>Memory of one GPU in GB (10^9), as marketed.</summary>
    public decimal HbmPerGpuGb { get; }

    /// <summary>Memory of the node in GB (10^9), as marketed.</summary>
    public decimal TotalHbmGb => Gpus * HbmPerGpuGb;

    /// <summary>Memory of one GPU in GiB (2^30) as the driver reports it, or null where unknown.</summary>
    public decimal? UsableHbmPerGpuGib { get; }

    /// <summary>Memory bandwidth of one GPU in TB/s (10^12 bytes per second), or null where unknown.</summary>
    public decimal? HbmBandwidthTbS { get; }

    /// <summary>Whether the GPU computes in FP8; null where unknown.</summary>
    public bool? Fp8Units { get; }

    /// <summary>Whether the GPU computes in INT8; null where unknown.</summary>
    public bool? Int8Units { get; }

    /// <summary>GPUs that NVLink or its like joins, 1 without one, or null where unknown.</summary>
    public long? NvlinkDomainGpus { get; }

    /// <summary>What the server computes, moves, draws and takes up.</summary>
    public ServerHardware Hardware { get; }

    /// <summary>Memory of the node in bytes, from the marketed GB.</summary>
    public long HbmTotalBytes { get; }
}
