using System;

namespace LlmSizing;

/// <summary>What a load asks of the nodes, and what it gets: numbers alone.</summary>
public sealed class LoadAnswer
{
    internal LoadAnswer(long nodesMemory, long nodesThroughput, long? nodesSlo, double bestTtftSeconds, double bestTpotSeconds)
    {
        NodesMemory = nodesMemory;
        NodesThroughput = nodesThroughput;
        NodesSlo = nodesSlo;
        BestTtftMs = Ms(bestTtftSeconds);
        BestTpotMs = Ms(bestTpotSeconds);
    }

    /// <summary>Whether a number of nodes keeps what is promised.</summary>
    public bool IsReachable { get; internal set; }

    /// <summary>Nodes whose memory holds the sessions at the peak.</summary>
    public long NodesMemory { get; }

    /// <summary>Nodes that finish the requests of the peak as fast as they come.</summary>
    public long NodesThroughput { get; }

    /// <summary>Nodes that keep the promised latency at the peak; null where none is promised, or none of them does.</summary>
    public long? NodesSlo { get; }

    /// <summary>memory, throughput or slo: what asks for the most nodes, the first of equals.</summary>
    public string Binding => NodesSlo > Math.Max(NodesMemory, NodesThroughput) ? "slo" : NodesThroughput > NodesMemory ? "throughput" : "memory";

    /// <summary>Time to first token at the percentile for a request that is alone, in ms.</summary>
    public double BestTtftMs { get; }

    /// <summary>Time per output token of a request that is alone, in ms.</summary>
    public double BestTpotMs { get; }

    /// <summary>Requests that an attention rank runs at the same time at most.</summary>
    public long PlacesPerRank { get; internal set; }

    /// <summary>Attention ranks whose full batches finish exactly the requests of the peak; not whole.</summary>
    internal double RanksForThroughput { get; set; }

    /// <summary>Requests per second without headroom.</summary>
    public double RequestsPerSecond { get; internal set; }

    /// <summary>The fleet at the peak, its spares lost: null where no number of nodes keeps what is promised.</summary>
    public LoadedFleet? Peak { get; internal set; }

    /// <summary>The fleet at the peak with nodes lost: as many as the scenario's spares, or one where it has none.</summary>
    public LoadedFleet? Survivors { get; internal set; }

    /// <summary>Nodes that the survivors have lost.</summary>
    public long NodesLost { get; internal set; }

    /// <summary>Share of the time that nodes enough for the peak are up; null where a node's availability is not given.</summary>
    public double? ServiceAvailabilityRatio { get; internal set; }

    /// <summary>Nodes, and which limit binds.</summary>
    public override string ToString() => IsReachable
        ? $"memory {NumberText.Plain(NodesMemory)}, throughput {NumberText.Plain(NodesThroughput)}{(NodesSlo is long nodes ? $", SLO {NumberText.Plain(nodes)}" : "")} nodes: {Binding} binds"
        : "the SLO cannot be kept";

    internal static double Ms(double seconds) => Math.Round(seconds * 1000, 3);
}
