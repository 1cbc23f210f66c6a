namespace LlmSizing;

/// <summary>The latencies that a request must hold to count as goodput; null where nothing is asked.</summary>
internal readonly struct ServiceLevel
{
    private readonly long? ttft;
    private readonly long? tpot;

    public ServiceLevel(decimal? ttftMs, decimal? tpotMs)
    {
        ttft = Nanoseconds(ttftMs);
        tpot = Nanoseconds(tpotMs);
    }

    public bool IsAsked => ttft is not null || tpot is not null;

    public bool Holds(long ttftNanoseconds, long tpotNanoseconds) => !(ttftNanoseconds > ttft) && !(tpotNanoseconds > tpot);

    private static long? Nanoseconds(decimal? milliseconds) => milliseconds is decimal given ? (long)(given * 1_000_000) : null;
}
