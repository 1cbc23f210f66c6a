namespace LlmSizing;

/// <summary>What a placement leaves to the planner: numbers alone.</summary>
public readonly struct PlacedNode
{
    /// <summary>Creates the numbers.</summary>
    internal PlacedNode(long kvPerGpuBytes, long sessionBytes, long ranks, long replicasPerNode, long nodesPerReplica, long busyGpus, long overheadBillionths)
    {
        KvPerGpuBytes = kvPerGpuBytes;
        SessionBytes = sessionBytes;
        Ranks = ranks;
        ReplicasPerNode = replicasPerNode;
        NodesPerReplica = nodesPerReplica;
        BusyGpus = busyGpus;
        OverheadBillionths = overheadBillionths;
    }

    /// <summary>Bytes for KV cache on the GPU that binds; 0 where nothing is left.</summary>
    public long KvPerGpuBytes { get; }

    /// <summary>Bytes of a session on that GPU.</summary>
    public long SessionBytes { get; }

    /// <summary>Data-parallel ranks of a replica, each with sessions of its own.</summary>
    public long Ranks { get; }

    /// <summary>Replicas on a node; 1 where a replica needs more than one node.</summary>
    public long ReplicasPerNode { get; }

    /// <summary>Nodes of a replica, at least 1.</summary>
    public long NodesPerReplica { get; }

    /// <summary>GPUs of a node that hold a replica or a part of one.</summary>
    public long BusyGpus { get; }

    /// <summary>Memory of the node that is not KV cache, in billionths of a GiB, rounded up.</summary>
    public long OverheadBillionths { get; }
}
