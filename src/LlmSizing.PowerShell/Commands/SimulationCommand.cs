using System.Management.Automation;

namespace LlmSizing.Commands;

/// <summary>What a simulation is asked: how requests come, how long they are, and who serves them.</summary>
public abstract class SimulationCommand : PlacedCommand
{
    /// <summary>The parameter set of requests that do not wait for each other.</summary>
    private protected const string OpenSet = "Open";

    /// <summary>The parameter set of users who wait for answers.</summary>
    private protected const string ClosedSet = "Closed";

    /// <summary>The parameter set of a trace.</summary>
    private protected const string TraceSet = "Trace";

    /// <summary>Requests that come in a second.</summary>
    [Parameter(Mandatory = true, ParameterSetName = OpenSet, ValueFromPipelineByPropertyName = true)]
    [Alias("requests_per_second")]
    [SimulatedRate]
    public decimal[] RequestsPerSecond { get; set; } = [];

    /// <summary>With a beat, in place of a Poisson process.</summary>
    [Parameter(ParameterSetName = OpenSet)]
    public SwitchParameter FixedRate { get; set; }

    /// <summary>Users who wait for each answer.</summary>
    [Parameter(Mandatory = true, ParameterSetName = ClosedSet, ValueFromPipelineByPropertyName = true)]
    [SimulatedUsers]
    public long[] Concurrency { get; set; } = [];

    /// <summary>Mean seconds between an answer and the user's next request, exponentially distributed.</summary>
    [Parameter(ParameterSetName = ClosedSet, ValueFromPipelineByPropertyName = true)]
    [Alias("think_time_seconds")]
    [SimulationNumber("ThinkTimeSeconds", "30")]
    public decimal ThinkTimeSeconds { get; set; }

    /// <summary>A file of requests.</summary>
    [Parameter(Mandatory = true, ParameterSetName = TraceSet, ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string Trace { get; set; } = "";

    /// <summary>Tokens of a prompt: numbers or distributions.</summary>
    [Parameter(Mandatory = true, ParameterSetName = OpenSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = ClosedSet, ValueFromPipelineByPropertyName = true)]
    [Alias("input_tokens")]
    [SimulatedTokens("InputTokens")]
    public Distribution[] InputTokens { get; set; } = [];

    /// <summary>Tokens of an answer: numbers or distributions.</summary>
    [Parameter(Mandatory = true, ParameterSetName = OpenSet, ValueFromPipelineByPropertyName = true)]
    [Parameter(Mandatory = true, ParameterSetName = ClosedSet, ValueFromPipelineByPropertyName = true)]
    [Alias("output_tokens")]
    [SimulatedTokens("OutputTokens")]
    public Distribution[] OutputTokens { get; set; } = [];

    /// <summary>Replicas that decode.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SimulatedReplicas]
    public long[] Replicas { get; set; } = [1];

    /// <summary>Replicas that compute prompts only.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("prefill_replicas")]
    [SimulationNumber("PrefillReplicas", "1")]
    public long PrefillReplicas { get; set; }

    /// <summary>How requests are dealt out over replicas.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(RoutingPolicyCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Policy { get; set; } = [RoutingPolicy.LeastLoaded.Name];

    /// <summary>Share of every prompt that is cached already.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("prefix_cache_hit_ratio")]
    [SimulationNumber("PrefixCacheHitRatio", "0.3")]
    public decimal PrefixCacheHitRatio { get; set; }

    /// <summary>Chance.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SimulationSeed]
    public long[] Seed { get; set; } = [1];

    /// <summary>Most requests.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [SimulationNumber("Requests", "10000")]
    public long? Requests { get; set; }

    /// <summary>When the last request comes.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("duration_seconds")]
    [SimulationNumber("DurationSeconds", "600")]
    public decimal? DurationSeconds { get; set; }

    /// <summary>Requests at the beginning that do not count.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("warmup_requests")]
    [SimulationNumber("WarmupRequests", "1000")]
    public long WarmupRequests { get; set; }

    /// <summary>When the first node is lost.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("fail_at_seconds")]
    [SimulationNumber("DurationSeconds", "60")]
    public decimal? FailAtSeconds { get; set; }

    /// <summary>Time to first token that a request of the goodput holds.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("ttft_slo_ms")]
    [SimulationNumber("LatencyMs", "500")]
    public decimal? TtftSloMs { get; set; }

    /// <summary>Time per output token that a request of the goodput holds.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("tpot_slo_ms")]
    [SimulationNumber("LatencyMs", "50")]
    public decimal? TpotSloMs { get; set; }
}
