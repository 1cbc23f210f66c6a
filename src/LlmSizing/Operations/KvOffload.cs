using System;
using System.Linq;

namespace LlmSizing;

/// <summary>KV cache that leaves the GPU: how fast it goes to its tier and how long a session takes to come back.</summary>
/// <remarks>
/// The GPUs of a replica move their shares of a session at the same time, each over its own slot. Without a placement the session is taken as split evenly over
/// the GPUs of the node. Storage that is shared is shared by all nodes when all of them write; one session is restored alone.
/// </remarks>
public sealed class KvOffload
{
    private readonly SizingRequest request;
    private readonly StorageWorkload workload;
    private readonly ServerHardware hardware;

    /// <summary>Prepares the rates.</summary>
    /// <param name="request">The question; its storage workload names the tier.</param>
    /// <exception cref="ArgumentException">No tier was asked for.</exception>
    public KvOffload(SizingRequest request)
    {
        this.request = request ?? throw new ArgumentNullException(nameof(request));
        workload = request.StorageWorkload ?? new StorageWorkload();
        hardware = request.Server.Hardware;
        Tier = workload.OffloadTier ?? throw new ArgumentException("The request names no tier.", nameof(request));
    }

    /// <summary>Where the cache is kept.</summary>
    public OffloadTier Tier { get; }

    /// <summary>What the tier says of a GPU's link or of the storage in GB/s when it is read; null where unknown.</summary>
    public decimal? ReadGbS => Tier switch
    {
        OffloadTier.Dram => hardware.PcieGbS,
        OffloadTier.Network => hardware.FabricGbS,
        _ => request.Storage?.ThroughputReadGbS,
    };

    /// <summary>Seconds to bring the KV cache of one session back, alone; null where the tier's rate is not known.</summary>
    /// <param name="context">Tokens of the session.</param>
    public double? RestoreSeconds(long context)
    {
        long perGpu = PerGpuBytes(context);
        double? slot = perGpu / StorageRead.Rate(hardware.PcieGbS);
        switch (Tier)
        {
            case OffloadTier.Dram:
                return slot;
            case OffloadTier.Network:
                return Slower(perGpu / StorageRead.Rate(hardware.FabricGbS), slot);
            default:
                return request.Storage is null ? null : new StorageRead(SessionBytes(context), perGpu, 1, request.Server, request.Storage, workload).Seconds;
        }
    }

    /// <summary>GB/s of KV cache that a node writes to the tier at most; null where a rate is not known.</summary>
    /// <param name="nodes">Nodes that write at the same time.</param>
    public double? WriteGbS(long nodes)
    {
        long gpus = request.Plan?.Layout.BusyGpus ?? request.Server.Gpus;
        double? slots = gpus * (double?)hardware.PcieGbS;
        switch (Tier)
        {
            case OffloadTier.Dram:
                return slots;
            case OffloadTier.Network:
                return Lower(gpus * (double?)hardware.FabricGbS, slots);
            default:
                long clients = workload.IsShared ? nodes : 1;
                double? writes = request.Storage?.IopsWrite * (workload.ReadBlockKib * 1024.0) / ByteUnits.Gb / clients;
                return Lower(Lower(Lower((double?)request.Storage?.ThroughputWriteGbS / clients, writes), (double?)workload.NicGbS), slots);
        }
    }

    /// <summary>Bytes of a session on the GPU that holds most of it.</summary>
    internal long PerGpuBytes(long context) => request.Plan is NodePlan plan
        ? plan.Stages.Max(stage => stage.Shard.KvBytesPerSession(context, plan.Cache.Precision))
        : ((SessionBytes(context) - 1) / request.Server.Gpus) + 1;

    private long SessionBytes(long context) => new SessionKvCache(request.Model, context, request.KvCache.Precision).ComputeBytes();

    private static double? Slower(double? seconds, double? other) => seconds is double known && other > known ? other : seconds;

    private static double? Lower(double? rate, double? other) => rate is double known && other < known ? other : rate;
}
