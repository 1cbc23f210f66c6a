using System;

namespace LlmSizing;

/// <summary>What users ask for in time: how often requests come, how long they are, and which latency is promised.</summary>
public sealed class RequestTraffic
{
    /// <summary>Creates the traffic.</summary>
    /// <param name="inputTokens">Tokens of a prompt.</param>
    /// <param name="outputTokens">Tokens of an answer.</param>
    /// <param name="requestsPerSecond">Requests that arrive in a second; null where the sessions and their think time say it.</param>
    /// <param name="thinkTimeSeconds">Seconds between an answer and the session's next request; null for none.</param>
    /// <param name="turnsPerSession">Requests of a session, after the last of which another begins; null for one without end.</param>
    /// <param name="objective">What is promised of latency; null for nothing.</param>
    /// <param name="nodeAvailability">Share of the time that a node is up; null where unknown.</param>
    /// <param name="prefixCacheHitRatio">Share of the prompts' tokens that a prefix cache holds; null for none.</param>
    /// <exception cref="SizingException">A number outside its range.</exception>
    public RequestTraffic(
        TokenLengths inputTokens, TokenLengths outputTokens, decimal? requestsPerSecond = null, decimal? thinkTimeSeconds = null, long? turnsPerSession = null,
        ServiceObjective? objective = null, decimal? nodeAvailability = null, decimal? prefixCacheHitRatio = null)
    {
        InputTokens = inputTokens ?? throw new ArgumentNullException(nameof(inputTokens));
        OutputTokens = outputTokens ?? throw new ArgumentNullException(nameof(outputTokens));
        RequestsPerSecond = Checked(requestsPerSecond, Limits.RequestsPerSecond);
        ThinkTimeSeconds = Checked(thinkTimeSeconds, Limits.ThinkTimeSeconds);
        TurnsPerSession = turnsPerSession is long turns ? Limits.TurnsPerSession.Check(turns) : null;
        Objective = objective ?? new ServiceObjective();
        NodeAvailability = Checked(nodeAvailability, Limits.NodeAvailability);
        PrefixCacheHitRatio = Checked(prefixCacheHitRatio, Limits.PrefixCacheHitRatio);
    }

    /// <summary>Tokens of a prompt.</summary>
    public TokenLengths InputTokens { get; }

    /// <summary>Tokens of an answer.</summary>
    public TokenLengths OutputTokens { get; }

    /// <summary>Requests that arrive in a second, or null.</summary>
    public decimal? RequestsPerSecond { get; }

    /// <summary>Seconds between an answer and the session's next request, or null.</summary>
    public decimal? ThinkTimeSeconds { get; }

    /// <summary>Requests of a session, or null for one without end.</summary>
    public long? TurnsPerSession { get; }

    /// <summary>What is promised of latency.</summary>
    public ServiceObjective Objective { get; }

    /// <summary>Share of the time that a node is up, or null.</summary>
    public decimal? NodeAvailability { get; }

    /// <summary>Share of the prompts' tokens that a prefix cache holds, or null.</summary>
    public decimal? PrefixCacheHitRatio { get; }

    /// <summary>Tokens of the mean prompt that the prefix cache holds: at least one is computed.</summary>
    public long CachedTokens => Math.Min(InputTokens.Mean - 1, (long)((PrefixCacheHitRatio ?? 0) * InputTokens.Mean));

    /// <summary>Seconds of thinking for each request: a session of T turns thinks T - 1 times.</summary>
    public double ThinkSecondsPerRequest => (double)(ThinkTimeSeconds ?? 0) * (TurnsPerSession is long turns ? (turns - 1) / (double)turns : 1);

    /// <summary>Rate and lengths in short.</summary>
    public override string ToString() =>
        $"{(RequestsPerSecond is decimal rate ? NumberText.AsWritten(rate) + " requests/s" : "sessions")} of {InputTokens} in, {OutputTokens} out";

    private static decimal? Checked(decimal? value, NumberRange range) => value is decimal given ? Billionths.ToDecimal(Billionths.From(range.Check(given), range.Name)) : null;
}
