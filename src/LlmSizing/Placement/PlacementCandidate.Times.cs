using System;

namespace LlmSizing;

/// <content>The times of the load on the placement, and what its nodes draw and cost.</content>
public sealed partial class PlacementCandidate
{
    private readonly Server server;
    private readonly Operations? operations;

    /// <summary>Number type of keys and values, or null where an engine refuses the placement.</summary>
    public string? KvPrecision { get; }

    /// <summary>Requests of the load on the busiest replica at the same time; null where no times were asked for.</summary>
    public long? Batch { get; private set; }

    /// <summary>Time to first token in ms as predicted, or null.</summary>
    public double? TtftMs { get; private set; }

    /// <summary>Time per output token after the first in ms as predicted, or null.</summary>
    public double? TpotMs { get; private set; }

    /// <summary>Time of a request in ms as predicted, or null.</summary>
    public double? EndToEndMs { get; private set; }

    /// <summary>Output tokens per second of the whole load (Little's law), or null.</summary>
    public double? TokensPerSecond { get; private set; }

    /// <summary>Output tokens per second of the whole load for each GPU of its replicas, or null.</summary>
    public double? TokensPerSecondPerGpu => TokensPerSecond / TotalGpus;

    /// <summary>Output tokens per second of the whole load for each of its nodes, or null.</summary>
    public double? TokensPerSecondPerNode => TokensPerSecond / Nodes;

    /// <summary>How sure the times are: calibrated, transferred or datasheet; null where none were asked for.</summary>
    public string? Confidence { get; private set; }

    /// <summary>What the nodes draw under load in kW of IT, at most where only that is known; null where neither is.</summary>
    public decimal? PowerKw { get; private set; }

    /// <summary>What the nodes cost for a month of 730 hours, rent and depreciation; null where a price is not known.</summary>
    public decimal? CostPerMonth { get; private set; }

    /// <summary>The currency of the cost, or null.</summary>
    public string? Currency => operations?.Currency;

    /// <summary>Predicted times by what is promised at the batch that misses least, or GPUs that are needed by those that are allowed; null where nothing of this is missed.</summary>
    internal double? Excess { get; private set; }

    /// <summary>The same placement with its replicas at a batch.</summary>
    internal PlacementCandidate Timed(long replicas, long concurrency, SteadyState state, TuningChoice choice)
    {
        var copy = (PlacementCandidate)MemberwiseClone();
        copy.Replicas = replicas;
        copy.TotalGpus = replicas * GpusPerReplica;
        copy.Operate(Division.Ceiling(replicas, ReplicasPerNode) * NodesPerReplica);
        copy.Batch = Division.Ceiling(concurrency, replicas);
        copy.TtftMs = state.TtftSeconds * 1000;
        copy.TpotMs = state.TpotSeconds * 1000;
        copy.EndToEndMs = state.EndToEndSeconds * 1000;
        copy.TokensPerSecond = concurrency * (double)state.OutputTokens / state.EndToEndSeconds;
        copy.Confidence = choice.Confidence;
        return copy;
    }

    /// <summary>The same placement, which does not keep what is promised.</summary>
    internal PlacementCandidate Missing(long batch, SteadyState state, double excess, TimedLoad load)
    {
        PlacementCandidate copy = Refused(
            $"No batch keeps what is promised (TTFT {Ms(load.TtftSloMs)}, TPOT {Ms(load.TpotSloMs)}). The nearest is a batch of {NumberText.Plain(batch)} on each replica: TTFT {Ms((decimal)state.TtftSeconds * 1000)}, TPOT {Ms((decimal)state.TpotSeconds * 1000)}.");
        copy.Excess = excess;
        return copy;
    }

    /// <summary>The same placement, refused where it needs more GPUs.</summary>
    internal PlacementCandidate Within(long maxGpus) => TotalGpus > maxGpus ? Beyond(maxGpus, Replicas!.Value) : this;

    /// <summary>The same placement, refused for the GPUs that its replicas need.</summary>
    internal PlacementCandidate Beyond(long maxGpus, long replicas)
    {
        PlacementCandidate copy = Refused($"The load needs at least {NumberText.Plain(replicas * GpusPerReplica)} GPUs, and MaxGpus is {NumberText.Plain(maxGpus)}.");
        copy.Excess = replicas * (double)GpusPerReplica / maxGpus;
        return copy;
    }

    /// <summary>The same placement, where the load is not held.</summary>
    internal PlacementCandidate Refused(string reason)
    {
        var copy = (PlacementCandidate)MemberwiseClone();
        copy.Fits = false;
        copy.TotalGpus = copy.Replicas = null;
        copy.Operate(null);
        copy.Reason = reason;
        return copy;
    }

    private void Operate(long? nodes)
    {
        Nodes = nodes;
        var operated = new OperatedNodes(server, operations ?? new Operations(), nodes);
        PowerKw = operated.PowerTypicalKw ?? operated.PowerPeakKw;
        CostPerMonth = operated.CostPerMonth;
    }

    private static string Ms(decimal? value) => value is decimal ms ? NumberText.AsWritten(Math.Round(ms, 1)) + " ms" : "any";
}
