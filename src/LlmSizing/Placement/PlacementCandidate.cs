namespace LlmSizing;

/// <summary>A model placed on a server in one way: whether it fits, how many sessions it holds, what a load needs, and its times where they were asked for; or why it does not fit.</summary>
public sealed partial class PlacementCandidate
{
    /// <summary>A placement that an engine starts.</summary>
    internal PlacementCandidate(NodePlan plan, Capacity capacity, long concurrency, Operations? operations)
        : this(plan.Model, plan.Server, plan.Deployment, plan.Placement)
    {
        this.operations = operations;
        KvPrecision = plan.Cache.Precision.Name;
        SessionsPerReplica = capacity.SessionsPerReplica;
        SessionsPerNode = capacity.SessionsPerNode;
        GpuBytes = plan.GpuBytes;
        WeightsPerGpuBytes = plan.WeightsPerGpuBytes;
        OverheadPerGpuBytes = plan.OverheadPerGpuBytes;
        KvPerGpuBytes = plan.KvPerGpuBytes;
        KvPerSessionPerGpuBytes = plan.Binding.SessionBytes;
        ReplicasPerNode = plan.Layout.ReplicasPerNode;
        NodesPerReplica = plan.Layout.NodesPerReplica;
        if (capacity.Feasible)
        {
            Fits = true;
            Replicas = ((concurrency - 1) / capacity.SessionsPerReplica) + 1;
            TotalGpus = Replicas * GpusPerReplica;
            Operate(capacity.NodesCapacity);
            return;
        }
        long needed = Needed(plan.Binding.SessionBytes, capacity.KvBudgetRatioBillionths);
        ShortfallBytes = needed - plan.KvPerGpuBytes + (plan.DoWeightsFit ? 0 : plan.ShortfallBytes - plan.Binding.SessionBytes);
        Reason = plan.DoWeightsFit
            ? $"One session needs {Gib(needed)} GiB of each GPU at the KV budget ratio, and {Gib(plan.KvPerGpuBytes)} GiB are left: {Gib(ShortfallBytes.Value)} GiB are missing."
            : $"Weights ({Gib(plan.Binding.Memory.WeightBytes)} GiB) and the rest ({Gib(plan.OverheadPerGpuBytes)} GiB) leave nothing of a GPU's {Gib(plan.GpuBytes)} GiB: {Gib(ShortfallBytes.Value)} GiB are missing for one session.";
    }

    /// <summary>A placement that is refused.</summary>
    internal PlacementCandidate(Model model, Server server, Deployment deployment, Placement placement, string reason)
        : this(model, server, deployment, placement)
    {
        GpuBytes = GpuMemory.Of(server);
        Reason = reason;
    }

    private PlacementCandidate(Model model, Server server, Deployment deployment, Placement placement)
    {
        Model = model.Name;
        Server = server.Name;
        Engine = deployment.Engine.Name;
        EngineVersion = deployment.EngineVersion.ToString();
        Quantization = deployment.Quantization.Name;
        Placement = placement.ToString();
        TensorParallel = placement.TensorParallel;
        PipelineParallel = placement.PipelineParallel;
        DataParallel = placement.DataParallel;
        ExpertParallel = placement.ExpertParallel;
        ContextParallel = placement.ContextParallel;
        DataParallelAttention = placement.DataParallelAttention;
        GpusPerReplica = placement.Gpus;
        this.server = server;
        PlacementDefinition = placement;
    }

    /// <summary>The model's name.</summary>
    public string Model { get; }

    /// <summary>The server's name.</summary>
    public string Server { get; }

    /// <summary>How a replica lies on GPUs, such as tp8.</summary>
    public string Placement { get; }

    /// <summary>Whether at least one session fits.</summary>
    public bool Fits { get; private set; }

    /// <summary>GPUs of the replicas that the load needs, or null where nothing fits.</summary>
    public long? TotalGpus { get; private set; }

    /// <summary>Nodes that the load needs, without headroom or spares, or null where nothing fits.</summary>
    public long? Nodes { get; private set; }

    /// <summary>Replicas that the load needs, or null where nothing fits.</summary>
    public long? Replicas { get; private set; }

    /// <summary>Sessions of one replica.</summary>
    public long SessionsPerReplica { get; }

    /// <summary>Sessions of one node.</summary>
    public long SessionsPerNode { get; }

    /// <summary>GPUs of one replica.</summary>
    public long GpusPerReplica { get; }

    /// <summary>Replicas on a node; 1 where a replica needs more than one node.</summary>
    public long ReplicasPerNode { get; }

    /// <summary>Nodes of one replica.</summary>
    public long NodesPerReplica { get; }

    /// <summary>GiB of weights on the fullest GPU.</summary>
    public double WeightsPerGpuGib => (double)WeightsPerGpuBytes / ByteUnits.GiB;

    /// <summary>GiB of a GPU that are neither weights nor KV cache.</summary>
    public double OverheadPerGpuGib => (double)OverheadPerGpuBytes / ByteUnits.GiB;

    /// <summary>GiB of a GPU for KV cache.</summary>
    public double KvPerGpuGib => (double)KvPerGpuBytes / ByteUnits.GiB;

    /// <summary>GiB that are missing on a GPU for one session, or null where one fits or an engine refuses the placement.</summary>
    public double? ShortfallGib => ShortfallBytes is long missing ? (double)missing / ByteUnits.GiB : null;

    /// <summary>Why it does not fit, or null.</summary>
    public string? Reason { get; private set; }

    /// <summary>The engine's name.</summary>
    public string Engine { get; }

    /// <summary>The engine's version.</summary>
    public string EngineVersion { get; }

    /// <summary>How the weights are stored.</summary>
    public string Quantization { get; }

    /// <summary>GPUs that split each matrix of a layer.</summary>
    public long TensorParallel { get; }

    /// <summary>Stages that split the layers.</summary>
    public long PipelineParallel { get; }

    /// <summary>Ranks that hold sessions of their own.</summary>
    public long DataParallel { get; }

    /// <summary>Parts into which the routed experts are dealt whole.</summary>
    public long ExpertParallel { get; }

    /// <summary>Parts into which the cached tokens are split.</summary>
    public long ContextParallel { get; }

    /// <summary>Whether the data-parallel ranks share the routed experts.</summary>
    public bool DataParallelAttention { get; }

    /// <summary>Memory of one GPU in bytes.</summary>
    public long GpuBytes { get; }

    /// <summary>Bytes of weights on the fullest GPU.</summary>
    public long WeightsPerGpuBytes { get; }

    /// <summary>Bytes of a GPU that are neither weights nor KV cache.</summary>
    public long OverheadPerGpuBytes { get; }

    /// <summary>Bytes of a GPU for KV cache.</summary>
    public long KvPerGpuBytes { get; }

    /// <summary>Bytes of a session on a GPU.</summary>
    public long KvPerSessionPerGpuBytes { get; }

    /// <summary>Bytes that are missing on a GPU for one session, or null.</summary>
    public long? ShortfallBytes { get; }

    internal Placement PlacementDefinition { get; }

    /// <summary>Placement and server, and what they hold.</summary>
    public override string ToString() => $"{Placement} on {Server}: {(Fits ? NumberText.Plain(SessionsPerReplica) + " sessions a replica" : "does not fit")}";

    // What must be left of a GPU so that the planned share of it holds one session, rounded up.
    private static long Needed(long session, long ratio) => ratio == 0 ? session : (long)decimal.Ceiling((decimal)session * Billionths.One / ratio);

    private static string Gib(long bytes) => NumberText.Gib(bytes, 2);
}
