using System;

namespace LlmSizing;

/// <summary>What a benchmark asked of a server; what it does not state is null.</summary>
public sealed class BenchmarkLoad
{
    /// <summary>Creates the load.</summary>
    /// <param name="maxConcurrency">Most requests at the same time, at least 1.</param>
    /// <param name="meanConcurrency">Mean requests at the same time, above 0.</param>
    /// <param name="requestRate">Requests per second that were sent, above 0; null where each was sent as soon as allowed.</param>
    /// <param name="inputTokens">Mean tokens of a prompt.</param>
    /// <param name="outputTokens">Mean tokens of an answer.</param>
    /// <param name="cachedTokens">Tokens before the prompt that were computed before the clock ran.</param>
    /// <param name="completed">Requests that ended well.</param>
    /// <param name="durationSeconds">Seconds of the run.</param>
    /// <exception cref="SizingException">A number is out of its range.</exception>
    public BenchmarkLoad(
        long? maxConcurrency = null, double? meanConcurrency = null, double? requestRate = null, double? inputTokens = null, double? outputTokens = null,
        long cachedTokens = 0, long? completed = null, double? durationSeconds = null)
    {
        MaxConcurrency = maxConcurrency is null or >= 1 ? maxConcurrency : throw Refused("concurrency");
        MeanConcurrency = Checked(meanConcurrency, "concurrency");
        RequestRate = Checked(requestRate, "request rate");
        InputTokens = Checked(inputTokens, "number of input tokens");
        OutputTokens = Checked(outputTokens, "number of output tokens");
        CachedTokens = cachedTokens >= 0 ? cachedTokens : throw Refused("depth");
        Completed = completed is null or >= 0 ? completed : throw Refused("number of requests");
        DurationSeconds = Checked(durationSeconds, "duration");
    }

    /// <summary>Most requests at the same time.</summary>
    public long? MaxConcurrency { get; }

    /// <summary>Mean requests at the same time, as the tool states it.</summary>
    public double? MeanConcurrency { get; }

    /// <summary>Requests per second that were sent; null where each was sent as soon as allowed.</summary>
    public double? RequestRate { get; }

    /// <summary>Mean tokens of a prompt.</summary>
    public double? InputTokens { get; }

    /// <summary>Mean tokens of an answer.</summary>
    public double? OutputTokens { get; }

    /// <summary>Tokens before the prompt that were computed before the clock ran.</summary>
    public long CachedTokens { get; }

    /// <summary>Requests that ended well.</summary>
    public long? Completed { get; }

    /// <summary>Seconds of the run.</summary>
    public double? DurationSeconds { get; }

    /// <summary>Concurrency and lengths.</summary>
    public override string ToString() =>
        $"{(MaxConcurrency is long most ? NumberText.Plain(most) : "?")} at once, {Text(InputTokens)} in, {Text(OutputTokens)} out";

    private static string Text(double? value) => value is double known ? NumberText.Plain((long)Math.Round(known)) : "?";

    private static double? Checked(double? value, string name) => value is null or (>= 0 and <= 1e12) ? value : throw Refused(name);

    private static SizingException Refused(string name) => new("BenchmarkLoad", $"The {name} of a run is out of its range.");
}

/// <summary>What a benchmark's server got done; what is not stated is null.</summary>
public sealed class BenchmarkThroughput
{
    /// <summary>Creates the throughput.</summary>
    /// <exception cref="SizingException">A rate is negative or not finite.</exception>
    public BenchmarkThroughput(double? requestsPerSecond = null, double? outputTokensPerSecond = null)
    {
        RequestsPerSecond = Checked(requestsPerSecond);
        OutputTokensPerSecond = Checked(outputTokensPerSecond);
    }

    /// <summary>Requests per second.</summary>
    public double? RequestsPerSecond { get; }

    /// <summary>Output tokens per second, over all requests.</summary>
    public double? OutputTokensPerSecond { get; }

    /// <summary>Output tokens per second.</summary>
    public override string ToString() => OutputTokensPerSecond is double tokens ? NumberText.AsWritten(decimal.Round((decimal)tokens, 2)) + " tokens/s" : "";

    private static double? Checked(double? value) => value is null or (>= 0 and <= 1e12) ? value : throw new SizingException("Throughput", "A throughput must be 0 to 10^12 per second.");
}
