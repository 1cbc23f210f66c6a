using System;
using System.Globalization;

namespace LlmSizing;

/// <summary>The range of each number that a person gives; a value outside is refused with the range named.</summary>
public static class Limits
{
    /// <summary>Sessions at the same time: 1 to 10^9.</summary>
    public static NumberRange Concurrency { get; } = new("Concurrency", 1, 1_000_000_000, "sessions");

    /// <summary>Tokens of context: 1 to 10^9.</summary>
    public static NumberRange EffectiveContext { get; } = new("EffectiveContext", 1, 1_000_000_000, "tokens");

    /// <summary>Share of the memory that is left for the KV cache: 0 to 1.</summary>
    public static NumberRange KvBudgetRatio { get; } = new("KvBudgetRatio", 0, 1, "");

    /// <summary>Share of the load added for peaks: 0 to 10.</summary>
    public static NumberRange PeakHeadroomRatio { get; } = new("PeakHeadroomRatio", 0, 10, "");

    /// <summary>Memory of one GPU: 0.001 to 10^6 GiB.</summary>
    public static NumberRange GpuMemoryGib { get; } = new("GpuMemoryGib", 0.001m, 1_000_000, "GiB");

    /// <summary>Share of a GPU that an engine takes: 0.01 to 1.</summary>
    public static NumberRange GpuMemoryUtilization { get; } = new("GpuMemoryUtilization", 0.01m, 1, "");

    /// <summary>Tokens or sequences of an engine's setting: 1 to 10^9.</summary>
    public static NumberRange EngineSetting { get; } = new("EngineSetting", 1, 1_000_000_000, "");

    /// <summary>A degree of parallelism: 1 to 10^6.</summary>
    public static NumberRange Parallelism { get; } = new("Parallelism", 1, 1_000_000, "GPUs");

    /// <summary>Most GPUs that a load may take: 1 to 10^9.</summary>
    public static NumberRange MaxGpus { get; } = new("MaxGpus", 1, 1_000_000_000, "GPUs");

    /// <summary>Share of a prompt that a prefix cache holds: 0 to 1.</summary>
    public static NumberRange PrefixCacheHitRatio { get; } = new("PrefixCacheHitRatio", 0, 1, "");

    /// <summary>Tokens drafted for each step: 1 to 64.</summary>
    public static NumberRange DraftTokens { get; } = new("DraftTokens", 1, 64, "tokens");

    /// <summary>Probability that a drafted token is accepted: 0 to 1.</summary>
    public static NumberRange AcceptanceRate { get; } = new("AcceptanceRate", 0, 1, "");

    /// <summary>Time of a draft as a share of a decode step: 0 to 10.</summary>
    public static NumberRange DraftCostRatio { get; } = new("DraftCostRatio", 0, 10, "");

    /// <summary>Requests that arrive in a second: 10^-6 to 10^9.</summary>
    public static NumberRange RequestsPerSecond { get; } = new("RequestsPerSecond", 0.000001m, 1_000_000_000, "requests");

    /// <summary>Seconds between an answer and the session's next request: 0 to 10^6.</summary>
    public static NumberRange ThinkTimeSeconds { get; } = new("ThinkTimeSeconds", 0, 1_000_000, "seconds");

    /// <summary>Requests of a session: 1 to 10^6.</summary>
    public static NumberRange TurnsPerSession { get; } = new("TurnsPerSession", 1, 1_000_000, "turns");

    /// <summary>Mean tokens of a prompt or an answer: 1 to 10^9.</summary>
    public static NumberRange RequestTokens { get; } = new("RequestTokens", 1, 1_000_000_000, "tokens");

    /// <summary>A latency that is promised: 0.001 to 10^9 ms.</summary>
    public static NumberRange SloMs { get; } = new("SloMs", 0.001m, 1_000_000_000, "ms");

    /// <summary>Share of the requests that keep what is promised: 0.5 to 0.999999.</summary>
    public static NumberRange SloPercentile { get; } = new("SloPercentile", 0.5m, 0.999999m, "");

    /// <summary>Share of the time that a node is up: 0.5 to 0.999999999.</summary>
    public static NumberRange NodeAvailability { get; } = new("NodeAvailability", 0.5m, 0.999999999m, "");

    /// <summary>Seconds that a start may take: 0.001 to 10^6.</summary>
    public static NumberRange MaxLoadSeconds { get; } = new("MaxLoadSeconds", 0.001m, 1_000_000, "seconds");

    /// <summary>Seconds of an engine's own start: 0 to 10^6.</summary>
    public static NumberRange InitSeconds { get; } = new("InitSeconds", 0, 1_000_000, "seconds");

    /// <summary>Network of a node to its storage: 0.001 to 10^6 GB/s.</summary>
    public static NumberRange StorageNicGbS { get; } = new("StorageNicGbS", 0.001m, 1_000_000, "GB/s");

    /// <summary>One read: 1 to 10^6 KiB.</summary>
    public static NumberRange ReadBlockKib { get; } = new("ReadBlockKib", 1, 1_000_000, "KiB");

    /// <summary>Versions of a model that are kept: 1 to 10^6.</summary>
    public static NumberRange ModelVersions { get; } = new("ModelVersions", 1, 1_000_000, "versions");

    /// <summary>Share added to the versions: 0 to 10.</summary>
    public static NumberRange VersionMarginRatio { get; } = new("VersionMarginRatio", 0, 10, "");

    /// <summary>Logs of a day: 0 to 10^6 GB.</summary>
    public static NumberRange LogGbPerDay { get; } = new("LogGbPerDay", 0, 1_000_000, "GB");

    /// <summary>Days that logs are kept: 0 to 10^5.</summary>
    public static NumberRange RetentionDays { get; } = new("RetentionDays", 0, 100_000, "days");

    /// <summary>Checkpoints that are kept: 0 to 10^6.</summary>
    public static NumberRange CheckpointCount { get; } = new("CheckpointCount", 0, 1_000_000, "checkpoints");

    /// <summary>Nodes that load at the same time: 1 to 10^6.</summary>
    public static NumberRange RollingUpdateNodes { get; } = new("RollingUpdateNodes", 1, 1_000_000, "nodes");

    /// <summary>Memory of the node that is not KV cache: 0 to 10^6 GiB.</summary>
    public static NumberRange RuntimeOverheadGib { get; } = new("RuntimeOverheadGib", 0, 1_000_000, "GiB");
}

/// <summary>A closed range of decimals with its unit.</summary>
public sealed class NumberRange
{
    // The same range for whole numbers, which a grid checks by the million.
    private readonly long wholeMinimum;
    private readonly long wholeMaximum;

    /// <summary>Creates the range.</summary>
    public NumberRange(string name, decimal minimum, decimal maximum, string unit)
    {
        Name = name;
        Minimum = minimum;
        Maximum = maximum;
        Unit = unit;
        wholeMinimum = Whole(decimal.Ceiling(minimum));
        wholeMaximum = Whole(decimal.Floor(maximum));
    }

    /// <summary>The input's name.</summary>
    public string Name { get; }

    /// <summary>The smallest value that is taken.</summary>
    public decimal Minimum { get; }

    /// <summary>The largest value that is taken.</summary>
    public decimal Maximum { get; }

    /// <summary>The unit, or nothing for a ratio.</summary>
    public string Unit { get; }

    /// <summary>Returns the value, or refuses it with the range named.</summary>
    /// <exception cref="SizingException">The value is outside.</exception>
    public decimal Check(decimal value) => value >= Minimum && value <= Maximum ? value : throw Outside(value);

    /// <summary>Returns the value, or refuses it with the range named.</summary>
    /// <exception cref="SizingException">The value is outside.</exception>
    public long Check(long value) => value >= wholeMinimum && value <= wholeMaximum ? value : throw Outside(value);

    /// <summary>The range in words: <c>1 to 1000000000 sessions</c>.</summary>
    public override string ToString() => string.Format(CultureInfo.InvariantCulture, "{0} to {1} {2}", Minimum, Maximum, Unit).TrimEnd();

    private static long Whole(decimal value) => (long)Math.Min(Math.Max(value, long.MinValue), long.MaxValue);

    private SizingException Outside(decimal value) => new(Name, $"{Name} is {value.ToString(CultureInfo.InvariantCulture)}, outside {this}.");
}
