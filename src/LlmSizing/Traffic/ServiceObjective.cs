namespace LlmSizing;

/// <summary>What is promised of latency (an SLO): bounds that a share of the requests keeps.</summary>
public sealed class ServiceObjective
{
    /// <summary>The share where none is given.</summary>
    public const decimal DefaultPercentile = 0.95m;

    /// <summary>Creates the promise.</summary>
    /// <param name="ttftMs">Time to first token in ms, or null where none is promised.</param>
    /// <param name="tpotMs">Time per output token after the first in ms, or null where none is promised.</param>
    /// <param name="percentile">Share of the requests, 0.5 to 0.999999; 0.95 when null.</param>
    /// <exception cref="SizingException">A number outside its range.</exception>
    public ServiceObjective(decimal? ttftMs = null, decimal? tpotMs = null, decimal? percentile = null)
    {
        TtftMs = ttftMs is decimal ttft ? Limits.SloMs.Check(ttft) : null;
        TpotMs = tpotMs is decimal tpot ? Limits.SloMs.Check(tpot) : null;
        Percentile = Limits.SloPercentile.Check(percentile ?? DefaultPercentile);
    }

    /// <summary>Time to first token in ms, or null.</summary>
    public decimal? TtftMs { get; }

    /// <summary>Time per output token after the first in ms, or null.</summary>
    public decimal? TpotMs { get; }

    /// <summary>Share of the requests that keep the bounds.</summary>
    public decimal Percentile { get; }

    /// <summary>Whether a bound is given.</summary>
    public bool IsGiven => TtftMs is not null || TpotMs is not null;

    internal double TtftSeconds => TtftMs is decimal ms ? (double)ms / 1000 : double.PositiveInfinity;

    internal double TpotSeconds => TpotMs is decimal ms ? (double)ms / 1000 : double.PositiveInfinity;

    /// <summary>The bounds and the share in short.</summary>
    public override string ToString() =>
        $"p{NumberText.AsWritten(Percentile * 100)}: TTFT {(TtftMs is decimal ttft ? NumberText.AsWritten(ttft) + " ms" : "any")}, TPOT {(TpotMs is decimal tpot ? NumberText.AsWritten(tpot) + " ms" : "any")}";
}
