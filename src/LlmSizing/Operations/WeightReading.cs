using System;
using System.Linq;
using System.Numerics;

namespace LlmSizing;

/// <summary>Bytes that a node reads when the model starts, by the way they are read.</summary>
/// <remarks>
/// A rank opens the whole file and takes its share; a stage's rank takes its layers alone. Where the page cache holds the file it is read from storage once for all
/// ranks, without one once for each. A model that is not placed is taken as split evenly over all GPUs of the node.
/// </remarks>
public sealed class WeightReading
{
    /// <summary>Counts the bytes.</summary>
    /// <param name="model">The model as it is stored; the size of its weights must be known.</param>
    /// <param name="server">One node.</param>
    /// <param name="placement">How a replica lies on GPUs, or null.</param>
    /// <exception cref="SizingException">The size of the weights is not known, or the reads are too many.</exception>
    public WeightReading(Model model, Server server, Placement? placement = null)
    {
        WeightBytes = model.StoredBytes;
        if (WeightBytes <= 0)
        {
            throw new SizingException("Model", $"Model '{model.Name}' does not say the size of its weights, without which no load can be computed: add weights_gib to its catalog entry, or import its config.json.");
        }
        if (placement is null)
        {
            Ranks = server.Gpus;
            OnceBytes = ShardedBytes = WeightBytes;
            EachRankBytes = Share(WeightBytes, Ranks, 1);
            PerGpuBytes = Share(WeightBytes, 1, Ranks);
            return;
        }
        var layout = new NodeLayout(placement, server.Gpus);
        Ranks = layout.BusyGpus;
        long stages = Math.Min(placement.PipelineParallel, ((Ranks - 1) / placement.TensorParallel) + 1);
        OnceBytes = layout.IsSpread ? Share(WeightBytes, stages, placement.PipelineParallel) : WeightBytes;
        EachRankBytes = Share(WeightBytes, Ranks, placement.PipelineParallel);
        long[] shards = ModelShard.Of(model, placement).Select(shard => shard.WeightBytes).ToArray();
        if (model.Architecture is not { Weights.Count: > 0 })
        {
            shards = [.. shards.Select(_ => Share(WeightBytes, 1, placement.TensorParallel * placement.PipelineParallel))];
        }
        PerGpuBytes = shards.Max();
        BigInteger replica = shards.Aggregate(BigInteger.Zero, (sum, bytes) => sum + bytes) * placement.TensorParallel * placement.DataParallel;
        ShardedBytes = Share(replica, layout.ReplicasPerNode, layout.NodesPerReplica);
    }

    /// <summary>Bytes of one copy of the weights.</summary>
    public long WeightBytes { get; }

    /// <summary>Bytes that a node needs of the files, each read once: the page cache or a streaming loader gives them to every rank.</summary>
    public long OnceBytes { get; }

    /// <summary>Bytes when each GPU reads the file of its own share.</summary>
    public long ShardedBytes { get; }

    /// <summary>Bytes when each rank reads the whole file and nothing keeps it.</summary>
    public long EachRankBytes { get; }

    /// <summary>Bytes that end on the fullest GPU.</summary>
    public long PerGpuBytes { get; }

    /// <summary>GPUs of the node that read.</summary>
    public long Ranks { get; }

    private static long Share(BigInteger bytes, long part, long whole)
    {
        BigInteger share = ((bytes * part) + whole - 1) / whole;
        return share <= long.MaxValue ? (long)share : throw new SizingException("Model", "The reads of a node are more bytes than a 64-bit integer holds.");
    }
}
