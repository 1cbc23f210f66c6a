namespace LlmSizing;

/// <summary>The ranges of what a simulation takes.</summary>
public static class SimulationLimits
{
    /// <summary>Requests of a second in a simulation: 10^-6 to 10^6.</summary>
    public static NumberRange Rate { get; } = new("RequestsPerSecond", 0.000001m, 1_000_000, "requests/s");

    /// <summary>Users of a simulated closed loop, each of which takes memory: 1 to 10^6.</summary>
    public static NumberRange Users { get; } = new("Concurrency", 1, 1_000_000, "users");

    /// <summary>Requests of a simulation: 1 to 10^9.</summary>
    public static NumberRange Requests { get; } = new("Requests", 1, 1_000_000_000, "requests");

    /// <summary>Simulated time: 0.001 to 10^8 seconds.</summary>
    public static NumberRange Seconds { get; } = new("DurationSeconds", 0.001m, 100_000_000, "seconds");

    /// <summary>Replicas of a simulation: 1 to 10^4.</summary>
    public static NumberRange Replicas { get; } = new("Replicas", 1, 10_000, "replicas");

    /// <summary>Share of prompts that a prefix cache holds: 0 to 1.</summary>
    public static NumberRange PrefixCacheHitRatio { get; } = new("PrefixCacheHitRatio", 0, 1, "");

    /// <summary>A latency that is asked for: 0.001 to 10^9 ms.</summary>
    public static NumberRange LatencyMs { get; } = new("LatencyMs", 0.001m, 1_000_000_000, "ms");

    /// <summary>Chance: any whole number of 18 digits.</summary>
    public static NumberRange Seed { get; } = new("Seed", 0, 999_999_999_999_999_999, "");

    /// <summary>Seconds that a user thinks: 0 to 10^6.</summary>
    public static NumberRange ThinkTimeSeconds { get; } = new("ThinkTimeSeconds", 0, 1_000_000, "seconds");

    /// <summary>Requests that do not count: 0 to 10^9.</summary>
    public static NumberRange WarmupRequests { get; } = new("WarmupRequests", 0, 1_000_000_000, "requests");

    /// <summary>Replicas that compute prompts only: 0 to 10^4.</summary>
    public static NumberRange PrefillReplicas { get; } = new("PrefillReplicas", 0, 10_000, "replicas");
}
