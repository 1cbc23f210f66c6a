using System;

namespace LlmSizing;

/// <summary>A number of nodes under a load: what users see, and what has no room.</summary>
public sealed class LoadedFleet
{
    internal LoadedFleet(long nodes, long sessionsLost, double requestsPerSecond, LoadPoint? rank, double ranks, ServiceObjective objective)
    {
        Nodes = nodes;
        SessionsLost = sessionsLost;
        RequestsPerSecond = requestsPerSecond;
        if (rank is null)
        {
            return;
        }
        double share = (double)objective.Percentile;
        RequestsInFlight = rank.ResponseSeconds * rank.RequestsPerSecond * ranks;
        ResponseSeconds = rank.ResponseSeconds;
        UtilizationRatio = rank.UtilizationRatio;
        double ttft = rank.TtftSeconds(share);
        TtftMs = double.IsInfinity(ttft) ? null : LoadAnswer.Ms(ttft);
        TpotMs = LoadAnswer.Ms(rank.TpotSeconds(share));
        Holds = sessionsLost == 0 && rank.Keeps(objective);
    }

    /// <summary>Nodes that are up.</summary>
    public long Nodes { get; }

    /// <summary>Requests per second of the load.</summary>
    public double RequestsPerSecond { get; }

    /// <summary>Sessions of the peak that find no room, or whose requests are more than the nodes finish.</summary>
    public long SessionsLost { get; }

    /// <summary>Whether the nodes carry the load and keep what is promised.</summary>
    public bool Holds { get; }

    /// <summary>Requests at the same time, waiting ones included: requests per second × response time. Null where the queue has no end.</summary>
    public double? RequestsInFlight { get; }

    /// <summary>Mean seconds from a request to its last token; null where the queue has no end.</summary>
    public double? ResponseSeconds { get; }

    /// <summary>Share of the requests per second of full batches; null where the queue has no end.</summary>
    public double? UtilizationRatio { get; }

    /// <summary>Time to first token in ms at the percentile; null where the queue has no end.</summary>
    public double? TtftMs { get; }

    /// <summary>Time per output token after the first in ms at the percentile; null where the queue has no end.</summary>
    public double? TpotMs { get; }

    /// <summary>Nodes and latencies.</summary>
    public override string ToString() => $"{NumberText.Plain(Nodes)} nodes: {(TtftMs is double ttft ? $"TTFT {NumberText.AsWritten(Math.Round((decimal)Math.Min(ttft, 1e15), 1))} ms" : "overloaded")}";
}
