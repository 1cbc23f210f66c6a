using System;
using System.Collections.Generic;

namespace LlmSizing;

/// <summary>The times of a placement at every batch that a load can lead to.</summary>
/// <remarks>
/// Requests spread evenly over the attention ranks of all replicas, so that the number of replicas decides the batch: ceil(requests / ranks). Of all numbers with the same batch the fewest
/// replicas are as fast as the others; what is left are the distinct values of that quotient, at most twice the root of the requests, and none is left out.
/// </remarks>
internal sealed class TimedPlacements
{
    private readonly TimedLoad load;
    private readonly long concurrency;
    private readonly long maxGpus;
    private readonly Func<bool> isStopped;

    public TimedPlacements(TimedLoad load, long concurrency, long maxGpus, Func<bool> isStopped)
    {
        this.load = load;
        this.concurrency = concurrency;
        this.maxGpus = maxGpus;
        this.isStopped = isStopped;
    }

    /// <summary>The placement at every batch that keeps what is promised, the fewest replicas first; or alone, with the reason, where none does.</summary>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public IReadOnlyList<PlacementCandidate> Of(PlacementCandidate placed, NodePlan plan, TuningChoice choice)
    {
        try
        {
            return Of(placed, plan, new StepTimes(plan, choice.Tuning), choice);
        }
        catch (SizingException error)
        {
            return [placed.Refused(error.Message)];
        }
    }

    private List<PlacementCandidate> Of(PlacementCandidate placed, NodePlan plan, StepTimes times, TuningChoice choice)
    {
        long ranks = plan.Placement.DataParallel;
        var kept = new List<PlacementCandidate>();
        PlacementCandidate? nearest = null;
        long batch = Math.Min(placed.SessionsPerReplica / ranks, plan.MaxSequences) + 1;
        while (batch > 1)
        {
            if (isStopped())
            {
                throw new OperationCanceledException();
            }
            long replicas = Division.Ceiling(concurrency, (batch - 1) * ranks);
            if (replicas > maxGpus / placed.GpusPerReplica)
            {
                nearest ??= placed.Beyond(maxGpus, replicas);
                break;
            }
            batch = Division.Ceiling(concurrency, replicas * ranks);
            var state = new SteadyState(times, batch, load.InputTokens, load.OutputTokens, cachedTokens: load.CachedTokens);
            double excess = load.Excess(state);
            if (excess <= 1)
            {
                kept.Add(placed.Timed(replicas, concurrency, state, choice));
            }
            else if (nearest is null || excess < nearest.Excess)
            {
                nearest = placed.Missing(Division.Ceiling(concurrency, replicas), state, excess, load);
            }
        }
        return kept.Count > 0 ? kept : [nearest!];
    }
}
