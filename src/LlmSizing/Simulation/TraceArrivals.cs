using System;
using System.Collections.Generic;

namespace LlmSizing;

/// <summary>The requests of a trace, read as they come: one that is out of order comes with the one before it.</summary>
internal sealed class TraceArrivals : ArrivalSource
{
    private const double LatestSeconds = 1e9;

    private readonly IEnumerator<TraceRequest> trace;
    private long time;
    private bool isOver;
    private long skipped;

    /// <summary>Creates the source.</summary>
    /// <param name="trace">The trace.</param>
    /// <param name="requests">Most requests.</param>
    /// <param name="until">The time after which none comes, in nanoseconds.</param>
    public TraceArrivals(IEnumerable<TraceRequest> trace, long requests, long until)
        : base(requests, until)
    {
        this.trace = trace.GetEnumerator();
        Read();
    }

    public override long Skipped => skipped;

    protected override long Next => isOver ? Never : time;

    protected override Arrival Advance()
    {
        TraceRequest request = trace.Current;
        var arrival = new Arrival(time, (int)request.InputTokens, (int)request.OutputTokens, request.PrefixHashes);
        Read();
        return arrival;
    }

    private void Read()
    {
        while (trace.MoveNext())
        {
            if (trace.Current.InputTokens > 0 && trace.Current.OutputTokens > 0)
            {
                double seconds = Math.Min(LatestSeconds, trace.Current.ArrivalSeconds);
                time = Math.Max(time, (long)((seconds * 1e9) + 0.5));
                return;
            }
            skipped++;
        }
        isOver = true;
        trace.Dispose();
    }
}
