using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;

namespace LlmSizing;

/// <summary>A model placed on the GPUs of a server by an engine: what each GPU holds, and how many replicas a node takes.</summary>
/// <remarks>
/// The GPU that binds decides: the stage and rank on which the fewest sessions fit. Memory is never added up over GPUs, as a session needs its share on each of them.
/// </remarks>
public sealed class NodePlan
{
    /// <summary>Places the model.</summary>
    /// <param name="model">The model; its architecture is needed.</param>
    /// <param name="server">One node.</param>
    /// <param name="requirements">The load; a runtime overhead asked for stands in place of what the engine takes.</param>
    /// <param name="deployment">Engine and quantisation.</param>
    /// <param name="placement">How a replica lies on GPUs.</param>
    /// <exception cref="SizingException">The engine refuses the placement, or the model has no architecture.</exception>
    public NodePlan(Model model, Server server, Requirements requirements, Deployment deployment, Placement placement)
        : this(Checked(deployment.Quantization.Apply(model), placement), model, server, requirements, deployment, placement)
    {
    }

    /// <summary>A placement that is not checked: one that a caller has checked, or that was seen running.</summary>
    internal NodePlan(Model stored, Model published, Server server, Requirements requirements, Deployment deployment, Placement placement)
        : this(stored, new SessionKvCache(stored, requirements.EffectiveContext, requirements.KvPrecision), published, server, requirements.OverheadBillionths, deployment, placement)
    {
    }

    private NodePlan(Model stored, SessionKvCache cache, Model published, Server server, long? overheadAsked, Deployment deployment, Placement placement)
    {
        Model = stored;
        Server = server;
        Deployment = deployment;
        Placement = placement;
        Cache = cache;
        GpuBytes = GpuMemory.Of(server);
        Stages = deployment.Engine.Stages(stored, placement, GpuBytes, cache.EffectiveContext, deployment.SettingsFor(cache), deployment.Calibration, server.Gpu);
        IsOverheadAsked = overheadAsked is not null;
        AskedKvPerGpuBytes = overheadAsked is long asked ? GpuBytes - Division.Ceiling(Bytes(asked), server.Gpus) : null;
        Binding = Stages.OrderBy(stage => Left(stage) > 0 ? 1 : 0).ThenBy(stage => Left(stage) > 0 ? Sessions(stage) : Left(stage)).First();
        Fullest = Stages.OrderByDescending(stage => stage.Memory.WeightBytes).First();
        Layout = new NodeLayout(placement, server.Gpus);
        long overhead = (GpuBytes * server.Gpus) - (KvPerGpuBytes * Layout.BusyGpus);
        Node = new PlacedNode(
            KvPerGpuBytes, Binding.SessionBytes, placement.DataParallel, Layout.ReplicasPerNode, Layout.NodesPerReplica, Layout.BusyGpus,
            overheadAsked ?? Ceiling(overhead, Billionths.One, ByteUnits.GiB));
        IsStoredAsPublished = ReferenceEquals(stored, published);
    }

    /// <summary>The model with its weights as they are stored.</summary>
    public Model Model { get; }

    /// <summary>One node.</summary>
    public Server Server { get; }

    /// <summary>Engine and quantisation.</summary>
    public Deployment Deployment { get; }

    /// <summary>How a replica lies on GPUs.</summary>
    public Placement Placement { get; }

    /// <summary>What one session keeps over all GPUs.</summary>
    public SessionKvCache Cache { get; }

    /// <summary>Memory of one GPU in bytes: as the engine sees it.</summary>
    public long GpuBytes { get; }

    /// <summary>Memory of the node in bytes, from that of its GPUs.</summary>
    public long NodeBytes => GpuBytes * Server.Gpus;

    /// <summary>Every pipeline stage.</summary>
    public IReadOnlyList<StageMemory> Stages { get; }

    /// <summary>The stage on which the fewest sessions fit.</summary>
    public StageMemory Binding { get; }

    /// <summary>The stage with most weights on a GPU.</summary>
    public StageMemory Fullest { get; }

    /// <summary>How replicas share a node, or nodes a replica.</summary>
    public NodeLayout Layout { get; }

    /// <summary>The numbers for the planner.</summary>
    public PlacedNode Node { get; }

    /// <summary>Bytes of one copy of the weights.</summary>
    public long WeightBytes => Model.StoredBytes;

    /// <summary>Bytes of weights on the fullest GPU.</summary>
    public long WeightsPerGpuBytes => Fullest.Memory.WeightBytes;

    /// <summary>Bytes for KV cache on the GPU that binds; 0 where nothing is left.</summary>
    public long KvPerGpuBytes => Math.Max(0, Left(Binding));

    /// <summary>What the GPU that binds takes besides weights and KV cache: activations, libraries, graphs, and what the engine leaves free.</summary>
    public long OverheadPerGpuBytes => GpuBytes - Binding.Memory.WeightBytes - Left(Binding);

    /// <summary>Bytes that are missing on the GPU that binds for one session; 0 where one fits.</summary>
    public long ShortfallBytes => Math.Max(0, Binding.SessionBytes - Left(Binding));

    /// <summary>Whether the weights and what the engine takes leave any memory.</summary>
    public bool DoWeightsFit => Left(Binding) > 0;

    /// <summary>Whether the weights lie in memory as they are published.</summary>
    public bool IsStoredAsPublished { get; }

    /// <summary>Whether the operator gave the overhead, in place of what the engine takes.</summary>
    public bool IsOverheadAsked { get; }

    /// <summary>Layers of the longest stage beyond those of the shortest.</summary>
    public long UnevenLayers => Stages.Max(Layers) - Stages.Min(Layers);

    /// <summary>Bytes of KV cache that the replica's GPUs keep more than once in each session, as heads are fewer than GPUs.</summary>
    public long ReplicatedSessionBytes => Math.Max(0, (Stages.Sum(stage => stage.Shard.KvBytesPerSession(Cache.EffectiveContext, Cache.Precision)) * Placement.TensorParallel) - Cache.ComputeBytes());

    /// <summary>The longest context of which a replica holds one session; 0 where it holds none.</summary>
    public long LongestContext()
    {
        long fits = 0;
        long end = Model.MaxPositionEmbeddings + 1;
        while (end - fits > 1)
        {
            long middle = fits + ((end - fits) / 2);
            (fits, end) = Fits(middle) ? (middle, end) : (fits, middle);
        }
        return fits;
    }

    /// <summary>Tokens that a step of the engine computes at most: max_num_batched_tokens, chunked_prefill_size, max_num_tokens.</summary>
    public long MaxBatchedTokens => Case.MaxBatchedTokens;

    /// <summary>Sequences that the engine runs at the same time on an attention rank: max_num_seqs, max_running_requests, max_batch_size.</summary>
    public long MaxSequences => Case.MaxSequences;

    /// <summary>Sessions of a context that the GPU that binds holds, on one attention rank; what is left is taken by the bytes of a session of that context.</summary>
    /// <param name="context">Tokens of each session.</param>
    public long SessionsOf(long context)
    {
        long bytes = Binding.Shard.KvBytesPerSession(context, Cache.Precision);
        return bytes == 0 ? long.MaxValue : KvPerGpuBytes / bytes;
    }

    /// <summary>Placement, engine and server.</summary>
    public override string ToString() => $"{Placement} of {Model.Name} on {Server.Name}, {Deployment}";

    private EngineCase Case => new(Deployment.Engine, Binding.Shard, GpuBytes, Deployment.SettingsFor(Cache), Deployment.Calibration, Server.Gpu, null);

    /// <summary>Bytes for KV cache on a GPU of a stage; 0 where nothing is left.</summary>
    internal long KvBytesOf(StageMemory stage) => Math.Max(0, Left(stage));

    private static Model Checked(Model stored, Placement placement)
    {
        PlacementCheck.Require(stored, placement);
        return stored;
    }

    private long? AskedKvPerGpuBytes { get; }

    private bool Fits(long context)
    {
        EngineSettings settings = Deployment.SettingsFor(new SessionKvCache(Model, context, Cache.Precision));
        return Deployment.Engine.Stages(Model, Placement, GpuBytes, context, settings, Deployment.Calibration, Server.Gpu)
            .All(stage => stage.SessionBytes <= Left(stage));
    }

    private long Left(StageMemory stage) => AskedKvPerGpuBytes ?? stage.Memory.KvAvailableBytes;

    private decimal Sessions(StageMemory stage) => stage.SessionBytes == 0 ? decimal.MaxValue : (decimal)Left(stage) / stage.SessionBytes;

    private static long Layers(StageMemory stage) => stage.Shard.Stage.End - stage.Shard.Stage.First;

    private static long Bytes(long billionthsOfGib) => Ceiling(billionthsOfGib, ByteUnits.GiB, Billionths.One);

    private static long Ceiling(long value, long multiplier, long divisor) => (long)((((BigInteger)value * multiplier) + divisor - 1) / divisor);
}
