using System;

namespace LlmSizing;

/// <summary>How replicas share a node, or nodes a replica: a tensor-parallel group stays in one node where it can, whole groups fill a node.</summary>
public sealed class NodeLayout
{
    /// <summary>Lays replicas out.</summary>
    /// <param name="placement">How a replica lies on GPUs.</param>
    /// <param name="gpusPerNode">GPUs of a node.</param>
    public NodeLayout(Placement placement, long gpusPerNode)
    {
        GpusPerReplica = placement.Gpus;
        ReplicasPerNode = Math.Max(1, gpusPerNode / GpusPerReplica);
        long groups = placement.Gpus / placement.TensorParallel;
        long groupsPerNode = gpusPerNode / placement.TensorParallel;
        NodesPerReplica = GpusPerReplica <= gpusPerNode ? 1
            : groupsPerNode == 0 ? groups * Division.Ceiling(placement.TensorParallel, gpusPerNode)
            : Division.Ceiling(groups, groupsPerNode);
        BusyGpus = IsSpread ? GpusPerReplica / NodesPerReplica : ReplicasPerNode * GpusPerReplica;
        IdleGpus = (gpusPerNode * NodesPerReplica) - (IsSpread ? GpusPerReplica : BusyGpus);
    }

    /// <summary>GPUs of one replica.</summary>
    public long GpusPerReplica { get; }

    /// <summary>Replicas on a node; 1 where a replica needs more than one node.</summary>
    public long ReplicasPerNode { get; }

    /// <summary>Nodes of a replica, at least 1.</summary>
    public long NodesPerReplica { get; }

    /// <summary>Whether a replica needs more than one node.</summary>
    public bool IsSpread => NodesPerReplica > 1;

    /// <summary>GPUs of a node that hold a replica or a part of one.</summary>
    public long BusyGpus { get; }

    /// <summary>GPUs of the node, or of the nodes of a replica, that hold nothing.</summary>
    public long IdleGpus { get; }
}
