using System.Collections.Generic;

namespace LlmSizing;

/// <summary>What a benchmark says of a latency, in milliseconds; what it does not say is null.</summary>
public sealed class LatencySummary
{
    /// <summary>Creates the summary.</summary>
    /// <exception cref="SizingException">A time is negative or not finite.</exception>
    public LatencySummary(double? mean = null, double? median = null, double? p90 = null, double? p95 = null, double? p99 = null)
    {
        Mean = Checked(mean);
        Median = Checked(median);
        P90 = Checked(p90);
        P95 = Checked(p95);
        P99 = Checked(p99);
    }

    /// <summary>Nothing is said.</summary>
    public static LatencySummary None { get; } = new();

    /// <summary>The arithmetic mean.</summary>
    public double? Mean { get; }

    /// <summary>The 50th percentile.</summary>
    public double? Median { get; }

    /// <summary>The 90th percentile.</summary>
    public double? P90 { get; }

    /// <summary>The 95th percentile.</summary>
    public double? P95 { get; }

    /// <summary>The 99th percentile.</summary>
    public double? P99 { get; }

    /// <summary>The mean, or the median where there is none.</summary>
    public double? Typical => Mean ?? Median;

    /// <summary>Which of them <see cref="Typical"/> is: mean or median; null where it is neither.</summary>
    public string? TypicalName => Mean is not null ? "mean" : Median is not null ? "median" : null;

    /// <summary>What is said: <c>mean 12.5, p99 20.1 ms</c>; empty where nothing is.</summary>
    public override string ToString()
    {
        var parts = new List<string>();
        Add(parts, "mean", Mean);
        Add(parts, "median", Median);
        Add(parts, "p90", P90);
        Add(parts, "p95", P95);
        Add(parts, "p99", P99);
        return parts.Count == 0 ? "" : string.Join(", ", parts) + " ms";
    }

    private static void Add(List<string> parts, string name, double? value)
    {
        if (value is double known)
        {
            parts.Add(name + " " + NumberText.AsWritten(decimal.Round((decimal)known, 2)));
        }
    }

    private static double? Checked(double? milliseconds) => milliseconds is null or (>= 0 and <= 1e12)
        ? milliseconds
        : throw new SizingException("Latency", "A latency must be 0 to 10^12 ms.");
}
