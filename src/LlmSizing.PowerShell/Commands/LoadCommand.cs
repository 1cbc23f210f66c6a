using System.Linq;
using System.Management.Automation;

namespace LlmSizing.Commands;

/// <summary>A cmdlet that takes a load: sessions, or requests in time with the latency that is promised.</summary>
public abstract class LoadCommand : StorageReadCommand
{
    /// <summary>Sessions at the same time, 1 to 10^9.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [Concurrency]
    public long[] Concurrency { get; set; } = [];

    /// <summary>Requests that arrive in a second, 10^-6 to 10^9.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("requests_per_second")]
    [AllowNull]
    [RequestsPerSecond]
    public decimal[]? RequestsPerSecond { get; set; }

    /// <summary>Seconds between an answer and the session's next request.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("think_time_seconds")]
    [ThinkTimeSeconds]
    public decimal[]? ThinkTimeSeconds { get; set; }

    /// <summary>Requests of a session, after the last of which another begins; without end when left out.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("turns_per_session")]
    [TurnsPerSession]
    public long[]? TurnsPerSession { get; set; }

    /// <summary>Tokens of a prompt: numbers or distributions.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("input_tokens")]
    [TokenLengths("InputTokens")]
    public TokenLengths[]? InputTokens { get; set; }

    /// <summary>Tokens of an answer: numbers or distributions.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("output_tokens")]
    [TokenLengths("OutputTokens")]
    public TokenLengths[]? OutputTokens { get; set; }

    /// <summary>Time to first token that is promised, in ms.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("ttft_slo_ms")]
    [SloMs]
    public decimal[]? TtftSloMs { get; set; }

    /// <summary>Time per output token after the first that is promised, in ms.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("tpot_slo_ms")]
    [SloMs]
    public decimal[]? TpotSloMs { get; set; }

    /// <summary>Share of the requests that keep what is promised; 0.95 when left out.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("slo_percentile")]
    [SloPercentile]
    public decimal[]? SloPercentile { get; set; }

    /// <summary>Share of the time that a node is up.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("node_availability")]
    [NodeAvailability]
    public decimal[]? NodeAvailability { get; set; }

    /// <summary>Share of the prompts' tokens that a prefix cache holds; 0 when left out.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("prefix_cache_hit_ratio")]
    [PrefixCacheHitRatio]
    public decimal[]? PrefixCacheHitRatio { get; set; }

    /// <summary>Whether anything about requests in time was given.</summary>
    private protected bool HasTraffic => RequestsPerSecond is not null || ThinkTimeSeconds is not null || TurnsPerSession is not null || InputTokens is not null || OutputTokens is not null
        || TtftSloMs is not null || TpotSloMs is not null || SloPercentile is not null || NodeAvailability is not null || PrefixCacheHitRatio is not null;

    /// <summary>Every combination of the traffic; null alone where nothing about it was given.</summary>
    /// <exception cref="SizingException">The lengths of the requests are missing.</exception>
    private protected RequestTraffic?[] Traffics()
    {
        if (!HasTraffic)
        {
            return [null];
        }
        return InputTokens is not null && OutputTokens is not null
            ? TrafficGrid.Of(
                RequestsPerSecond, ThinkTimeSeconds, TurnsPerSession, InputTokens, OutputTokens,
                TrafficGrid.Objectives(TtftSloMs, TpotSloMs, SloPercentile).ToArray(), NodeAvailability, PrefixCacheHitRatio).ToArray()
            : throw new SizingException(
                InputTokens is null ? "InputTokens" : "OutputTokens",
                "The times of requests depend on their length: add -InputTokens and -OutputTokens, such as 1200 and 300, or distributions such as lognormal(1200,0.8).");
    }
}
