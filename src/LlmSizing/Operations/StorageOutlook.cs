using System.Numerics;

namespace LlmSizing;

/// <summary>What a scenario means for storage: the loads of its nodes, what is kept, what an update reads.</summary>
internal sealed class StorageOutlook
{
    private readonly SizingRequest request;
    private readonly StorageWorkload workload;

    public StorageOutlook(ScenarioResult result)
    {
        request = result.Request;
        workload = request.StorageWorkload!;
        Nodes = result.NodesFinal;
        Timing = request.Storage is StorageProfile storage
            ? new StorageTiming(Stored, request.Server, storage, Nodes ?? 1, workload, result.Texts, request.Plan?.Placement)
            : null;
    }

    /// <summary>Nodes of the scenario, or null where the request cannot be met.</summary>
    public long? Nodes { get; }

    /// <summary>The loads, or null without a storage profile.</summary>
    public StorageTiming? Timing { get; }

    /// <summary>Seconds until all nodes have loaded; null where infeasible or unknown.</summary>
    public double? AllNodesSeconds => Nodes is null ? null : Timing?.AllNodesSeconds;

    /// <summary>Whether the load of all nodes, and the engine's start where it is given, take longer than asked for.</summary>
    public bool IsTooSlow => AllNodesSeconds + (Timing?.InitSeconds ?? 0) > (double?)workload.MaxLoadSeconds;

    /// <summary>Seconds in which the nodes of an update are to load: what is left of the target, else what one takes alone; null where unknown.</summary>
    public double? UpdateSeconds => workload.MaxLoadSeconds is decimal target
        ? target > (workload.InitSeconds ?? 0) ? (double)(target - (workload.InitSeconds ?? 0)) : null
        : Timing?.ColdStartSeconds;

    /// <summary>GB/s that the nodes of an update read together in that time; null where unknown.</summary>
    public double? UpdateGbS => (double)workload.RollingUpdateNodes!.Value * Timing!.ReadBytes / UpdateSeconds / ByteUnits.Gb;

    /// <summary>GB/s that storage gives to these nodes; null where unknown.</summary>
    public double? UpdateGivenGbS => (double?)request.Storage!.ThroughputReadGbS * (workload.IsShared ? 1 : workload.RollingUpdateNodes!.Value);

    /// <summary>Whether the profile is one filer for all nodes.</summary>
    public bool IsShared => workload.IsShared;

    /// <summary>Read operations per second of the storage, or null.</summary>
    public long? IopsRead => request.Storage?.IopsRead;

    /// <summary>Tokens of a session.</summary>
    public long Context => request.KvCache.EffectiveContext;

    /// <summary>The tier of the KV cache; only where one was asked for.</summary>
    public KvOffload Offload => new(request);

    /// <summary>GB/s of KV cache that a node writes to its tier; null where infeasible on a shared filer, or unknown.</summary>
    public double? OffloadGbS => Nodes is null && workload.IsShared && workload.OffloadTier == OffloadTier.Nvme ? null : Offload.WriteGbS(Nodes ?? 1);

    /// <summary>Restoring against recomputing; only where a tier was asked for.</summary>
    public RestoreOrRecompute Compared => new(request);

    /// <summary>Bytes of the weights.</summary>
    public long WeightBytes => Stored.StoredBytes;

    /// <summary>Bytes of the versions, of the checkpoints and of the logs together.</summary>
    /// <exception cref="SizingException">More bytes than a 64-bit integer holds.</exception>
    public long VolumeBytes
    {
        get
        {
            BigInteger weights = WeightBytes;
            BigInteger versions = weights * (workload.ModelVersions ?? 0) * (Billionths.One + Billionths.From(workload.VersionMarginRatio ?? 0, "VersionMarginRatio"));
            BigInteger logs = (BigInteger)Billionths.From(workload.LogGbPerDay ?? 0, "LogGbPerDay") * Billionths.From(workload.RetentionDays ?? 0, "RetentionDays");
            BigInteger total = ((versions + logs + Billionths.One - 1) / Billionths.One) + (weights * (workload.CheckpointCount ?? 0));
            return total <= long.MaxValue ? (long)total : throw new SizingException("ModelVersions", "The versions, logs and checkpoints are more bytes than a 64-bit integer holds.");
        }
    }

    private Model Stored => request.Plan?.Model ?? request.Model;
}
