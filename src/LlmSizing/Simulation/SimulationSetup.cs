namespace LlmSizing;

/// <summary>Everything that one run is made of, in the engine's own terms.</summary>
internal sealed class SimulationSetup
{
    public SimulationSetup(RankShape shape, int ranks, ArrivalSource source)
    {
        Shape = shape;
        Ranks = ranks;
        Source = source;
    }

    public RankShape Shape { get; }

    public int Ranks { get; }

    public ArrivalSource Source { get; }

    public RoutingPolicy Policy { get; set; } = RoutingPolicy.LeastLoaded;

    public RankShape? PrefillShape { get; set; }

    public int PrefillRanks { get; set; }

    public ServiceLevel Level { get; set; }

    /// <summary>Requests at the beginning that do not count.</summary>
    public long Warmup { get; set; }

    /// <summary>When the first ranks are lost, in nanoseconds.</summary>
    public long FailAt { get; set; } = ArrivalSource.Never;

    public int LostRanks { get; set; }

    /// <summary>Tokens of the longest sequence that is taken.</summary>
    public long LongestTokens { get; set; } = long.MaxValue;

    /// <summary>Most steps that are taken in one go; null for the usual number.</summary>
    public long? LongestStretch { get; set; }
}
