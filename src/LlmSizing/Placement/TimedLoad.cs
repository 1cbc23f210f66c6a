using System;
using System.Collections.Generic;

namespace LlmSizing;

/// <summary>Requests of one length whose times a search predicts, and what is promised of them.</summary>
public sealed class TimedLoad
{
    /// <summary>Creates the load.</summary>
    /// <param name="inputTokens">Tokens of a prompt, 1 to 10^9.</param>
    /// <param name="outputTokens">Tokens that are generated, 1 to 10^9.</param>
    /// <param name="tunings">What engines are known to reach of the datasheet.</param>
    /// <param name="ttftSloMs">Time to first token in ms that the prediction must keep, or null.</param>
    /// <param name="tpotSloMs">Time per output token after the first in ms that the prediction must keep, or null.</param>
    /// <param name="prefixCacheHitRatio">Share of the prompt that a prefix cache holds, 0 to 1.</param>
    /// <exception cref="SizingException">A number is outside its range.</exception>
    public TimedLoad(long inputTokens, long outputTokens, IReadOnlyList<Tuning> tunings, decimal? ttftSloMs = null, decimal? tpotSloMs = null, decimal prefixCacheHitRatio = 0)
    {
        InputTokens = Limits.EffectiveContext.Check(inputTokens);
        OutputTokens = Limits.EffectiveContext.Check(outputTokens);
        Tunings = tunings;
        TtftSloMs = ttftSloMs is decimal ttft ? Limits.SloMs.Check(ttft) : null;
        TpotSloMs = tpotSloMs is decimal tpot ? Limits.SloMs.Check(tpot) : null;
        // The last token is always computed: its logits give the first token of the answer.
        CachedTokens = Math.Min(inputTokens - 1, (long)(inputTokens * Limits.PrefixCacheHitRatio.Check(prefixCacheHitRatio)));
    }

    /// <summary>Tokens of a prompt.</summary>
    public long InputTokens { get; }

    /// <summary>Tokens that are generated.</summary>
    public long OutputTokens { get; }

    /// <summary>What engines are known to reach of the datasheet.</summary>
    public IReadOnlyList<Tuning> Tunings { get; }

    /// <summary>Time to first token in ms that is promised, or null.</summary>
    public decimal? TtftSloMs { get; }

    /// <summary>Time per output token after the first in ms that is promised, or null.</summary>
    public decimal? TpotSloMs { get; }

    /// <summary>Tokens of the prompt that a prefix cache holds.</summary>
    public long CachedTokens { get; }

    /// <summary>Tokens of a request when it ends.</summary>
    public long RequestTokens => InputTokens + OutputTokens;

    /// <summary>Predicted times by what is promised, the larger of both; more than 1 where they do not keep it, 0 where nothing is promised.</summary>
    internal double Excess(SteadyState state) => Math.Max(Ratio(state.TtftSeconds, TtftSloMs), Ratio(state.TpotSeconds, TpotSloMs));

    /// <summary>The length of the requests.</summary>
    public override string ToString() => $"{NumberText.Plain(InputTokens)} + {NumberText.Plain(OutputTokens)} tokens";

    private static double Ratio(double seconds, decimal? promisedMs) => promisedMs is decimal ms ? seconds * 1000 / (double)ms : 0;
}
