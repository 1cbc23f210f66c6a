using System;
using System.Collections.Generic;

namespace LlmSizing;

/// <summary>What a simulation counts, twice where it can: by the steps that were run and by the requests that came and ended.</summary>
internal sealed class SimulationTally
{
    private long waiting;
    private decimal waited;

    public LatencyHistogram Ttft { get; } = new();

    public LatencyHistogram Tpot { get; } = new();

    public LatencyHistogram Itl { get; } = new();

    public LatencyHistogram EndToEnd { get; } = new();

    /// <summary>Prompt tokens that steps have computed.</summary>
    public long Prefilled { get; set; }

    /// <summary>Tokens that steps have given.</summary>
    public long Decoded { get; set; }

    /// <summary>Prompt tokens that admitted requests ask to be computed.</summary>
    public long ToPrefill { get; private set; }

    public long Arrived { get; private set; }

    public long Finished { get; private set; }

    public long Rejected { get; private set; }

    public long InputTokens { get; private set; }

    public long OutputTokens { get; private set; }

    /// <summary>Tokens that requests were given and lost with their rank.</summary>
    public long LostTokens { get; private set; }

    public long Requeued { get; private set; }

    public long Preemptions { get; private set; }

    /// <summary>Cached tokens that were given up and had to be computed again.</summary>
    public long RecomputedTokens { get; private set; }

    public long PromptTokens { get; private set; }

    public long CachedTokens { get; private set; }

    public long MostWaiting { get; private set; }

    public long Good { get; private set; }

    public long MeasuredFinished { get; private set; }

    public long MeasuredInput { get; private set; }

    public long MeasuredOutput { get; private set; }

    public long FirstMeasured { get; private set; } = long.MaxValue;

    public long LastFinish { get; private set; }

    /// <summary>Nanoseconds that requests have waited in queues, summed: over the duration, their mean number (Little 1961).</summary>
    public double Waited => 1000.0 * (long)(waited / 1000);

    public void Came(long now, bool isMeasured)
    {
        Arrived++;
        FirstMeasured = isMeasured ? Math.Min(FirstMeasured, now) : FirstMeasured;
    }

    public void Refused() => Rejected++;

    public void Queued(int change)
    {
        waiting += change;
        MostWaiting = Math.Max(MostWaiting, waiting);
    }

    public void Admitted(long after)
    {
        waiting--;
        waited += after;
    }

    public void Started(long prompt, long cached, bool isSent)
    {
        ToPrefill += prompt - cached;
        PromptTokens += isSent ? 0 : prompt;
        CachedTokens += isSent ? 0 : cached;
    }

    public void Abandoned(long tokens) => ToPrefill -= tokens;

    public void Preempted(long tokens)
    {
        Preemptions++;
        RecomputedTokens += tokens;
    }

    public void Lost(in Flight flight)
    {
        Requeued++;
        LostTokens += flight.Done;
    }

    public void Gap(long nanoseconds, long requests)
    {
        if (requests > 0)
        {
            Itl.Add(nanoseconds, requests);
        }
    }

    /// <summary>The times between tokens of the first steps of a stretch, for each of the requests.</summary>
    public void Gaps(in Stretch stretch, long steps, long requests)
    {
        if (requests > 0)
        {
            Gaps(stretch, 0, steps, requests);
        }
    }

    public void Ended(in Flight flight, long now, in ServiceLevel level)
    {
        Finished++;
        InputTokens += flight.Input;
        OutputTokens += flight.Output;
        LastFinish = Math.Max(LastFinish, now);
        if (!flight.IsMeasured)
        {
            return;
        }
        long ttft = flight.FirstToken - flight.Arrival;
        long tpot = flight.Output > 1 ? (now - flight.FirstToken) / (flight.Output - 1) : 0;
        MeasuredFinished++;
        MeasuredInput += flight.Input;
        MeasuredOutput += flight.Output;
        Ttft.Add(ttft);
        EndToEnd.Add(now - flight.Arrival);
        if (flight.Output > 1)
        {
            Tpot.Add(tpot);
        }
        Good += level.Holds(ttft, tpot) ? 1 : 0;
    }

    // Neighbours that fall into one place of the histogram are added in one go; their sum is that of the stretch.
    private void Gaps(in Stretch stretch, long from, long to, long requests)
    {
        if (LatencyHistogram.IsSame(stretch.Gap(from), stretch.Gap(to - 1)))
        {
            Itl.Add(stretch.Gap(from), (to - from) * requests, (decimal)(stretch.Elapsed(to) - stretch.Elapsed(from)) * requests);
            return;
        }
        long middle = from + ((to - from) / 2);
        Gaps(stretch, from, middle, requests);
        Gaps(stretch, middle, to, requests);
    }
}
