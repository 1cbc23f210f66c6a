namespace LlmSizing;

/// <summary>Mean and percentiles of a latency in milliseconds. A percentile is the nearest rank of all values; values are kept to the microsecond below 32.768 ms and to 0.0062 % above.</summary>
public sealed class SimulatedLatency
{
    internal SimulatedLatency(LatencyHistogram values)
        : this(
            values.Count, values.MeanNanoseconds / 1e6,
            values.Percentile(50) / 1e6, values.Percentile(90) / 1e6, values.Percentile(95) / 1e6, values.Percentile(99) / 1e6)
    {
    }

    internal SimulatedLatency(long count, double mean, double p50, double p90, double p95, double p99)
    {
        Count = count;
        MeanMs = mean;
        P50Ms = p50;
        P90Ms = p90;
        P95Ms = p95;
        P99Ms = p99;
    }

    /// <summary>How many values there are; the others are 0 where there is none.</summary>
    public long Count { get; }

    /// <summary>Mean, exact.</summary>
    public double MeanMs { get; }

    /// <summary>Median.</summary>
    public double P50Ms { get; }

    /// <summary>What 90 % of the values do not exceed.</summary>
    public double P90Ms { get; }

    /// <summary>What 95 % of the values do not exceed.</summary>
    public double P95Ms { get; }

    /// <summary>What 99 % of the values do not exceed.</summary>
    public double P99Ms { get; }

    /// <summary>Mean, median and the 99th percentile.</summary>
    public override string ToString() => $"mean {Text(MeanMs)} ms, p50 {Text(P50Ms)} ms, p99 {Text(P99Ms)} ms";

    private static string Text(double milliseconds) => NumberText.Fixed(new Rational((long)((milliseconds * 1000) + 0.5), 1000), 2);
}
