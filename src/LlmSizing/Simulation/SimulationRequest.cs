namespace LlmSizing;

/// <summary>One question to the simulation: this load on so many replicas of a placed model.</summary>
public sealed class SimulationRequest
{
    /// <summary>Requests that are simulated where neither their number nor a duration is given.</summary>
    public const long DefaultRequests = 10_000;

    /// <summary>Creates the question.</summary>
    /// <param name="plan">The model placed on a server by an engine. The cache is divided for sessions of the planned context.</param>
    /// <param name="tuning">What the engine reaches of the datasheet.</param>
    /// <param name="load">The requests.</param>
    /// <param name="seed">Chance: the same seed gives the same result, to the last bit.</param>
    /// <param name="requests">Most requests; null for <see cref="DefaultRequests"/>, or as many as come in the duration, or the whole trace.</param>
    /// <param name="durationSeconds">When the last request comes; those on their way are ended after it. Null for no end.</param>
    /// <param name="replicas">Replicas that decode.</param>
    /// <param name="policy">How requests are dealt out; least-loaded when null.</param>
    /// <param name="prefixCacheHitRatio">Share of every prompt that is cached already, in whole blocks; a trace with hashes shows its own hits.</param>
    /// <param name="prefillReplicas">Replicas that compute prompts only and send their cache on; 0 where every replica does both.</param>
    /// <param name="failAtSeconds">When the first node is lost with all of its replicas; null for never.</param>
    /// <param name="warmupRequests">Requests at the beginning that do not count.</param>
    /// <param name="ttftSloMs">Time to first token that a request of the goodput holds; null for any.</param>
    /// <param name="tpotSloMs">Time per output token that a request of the goodput holds; null for any.</param>
    /// <param name="confidence">How far the times can be trusted: one of <see cref="TuningChoice"/>.</param>
    /// <exception cref="SizingException">A number is out of its range, no memory is left for a cache, or no replica would be left.</exception>
    public SimulationRequest(
        NodePlan plan,
        EngineTuning tuning,
        SimulationLoad load,
        long seed = 1,
        long? requests = null,
        decimal? durationSeconds = null,
        long replicas = 1,
        RoutingPolicy? policy = null,
        decimal prefixCacheHitRatio = 0,
        long prefillReplicas = 0,
        decimal? failAtSeconds = null,
        long warmupRequests = 0,
        decimal? ttftSloMs = null,
        decimal? tpotSloMs = null,
        string confidence = TuningChoice.Datasheet)
    {
        Plan = plan;
        Tuning = tuning;
        Load = load;
        Seed = seed;
        Requests = requests is long asked ? SimulationLimits.Requests.Check(asked) : null;
        DurationSeconds = durationSeconds is decimal duration ? SimulationLimits.Seconds.Check(duration) : null;
        Replicas = SimulationLimits.Replicas.Check(replicas);
        Policy = policy ?? RoutingPolicy.LeastLoaded;
        PrefixCacheHitRatio = SimulationLimits.PrefixCacheHitRatio.Check(prefixCacheHitRatio);
        PrefillReplicas = SimulationLimits.PrefillReplicas.Check(prefillReplicas);
        FailAtSeconds = failAtSeconds is decimal fail ? SimulationLimits.Seconds.Check(fail) : null;
        WarmupRequests = SimulationLimits.WarmupRequests.Check(warmupRequests);
        TtftSloMs = ttftSloMs is decimal ttft ? SimulationLimits.LatencyMs.Check(ttft) : null;
        TpotSloMs = tpotSloMs is decimal tpot ? SimulationLimits.LatencyMs.Check(tpot) : null;
        Confidence = confidence;
        long onNode = plan.Layout.ReplicasPerNode;
        if (failAtSeconds is not null && replicas <= onNode)
        {
            throw new SizingException("FailAtSeconds", $"A node takes {NumberText.Plain(onNode)} replica(s) with it, and there are {NumberText.Plain(replicas)}: write more Replicas, so that some survive.");
        }
    }

    /// <summary>The model placed on a server by an engine.</summary>
    public NodePlan Plan { get; }

    /// <summary>What the engine reaches of the datasheet.</summary>
    public EngineTuning Tuning { get; }

    /// <summary>The requests.</summary>
    public SimulationLoad Load { get; }

    /// <summary>Chance.</summary>
    public long Seed { get; }

    /// <summary>Most requests, or null.</summary>
    public long? Requests { get; }

    /// <summary>When the last request comes, or null.</summary>
    public decimal? DurationSeconds { get; }

    /// <summary>Replicas that decode.</summary>
    public long Replicas { get; }

    /// <summary>How requests are dealt out.</summary>
    public RoutingPolicy Policy { get; }

    /// <summary>Share of every prompt that is cached already.</summary>
    public decimal PrefixCacheHitRatio { get; }

    /// <summary>Replicas that compute prompts only.</summary>
    public long PrefillReplicas { get; }

    /// <summary>When the first node is lost, or null.</summary>
    public decimal? FailAtSeconds { get; }

    /// <summary>Requests at the beginning that do not count.</summary>
    public long WarmupRequests { get; }

    /// <summary>How far the times can be trusted: calibrated, transferred or datasheet.</summary>
    public string Confidence { get; }

    /// <summary>Time to first token that a request of the goodput holds, or null.</summary>
    public decimal? TtftSloMs { get; }

    /// <summary>Time per output token that a request of the goodput holds, or null.</summary>
    public decimal? TpotSloMs { get; }
}
