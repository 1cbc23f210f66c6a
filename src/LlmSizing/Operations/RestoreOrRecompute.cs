using System;

namespace LlmSizing;

/// <summary>Which brings a session's KV cache back sooner: reading it from its tier, or computing the prompt again.</summary>
/// <remarks>
/// Recomputing takes what the step times of the engine predict; without an engine it is counted by its bound, <see cref="PrefillBound"/>.
/// The cache of a token never grows with the context and its attention never shrinks, so that by the bound there is one context from which reading is the faster, and reading
/// wins at least from there on. An engine's chunks have fixed costs, so that its times cross more than once: every 256th context is looked at from the longest down.
/// </remarks>
public sealed class RestoreOrRecompute
{
    private const long Stride = 256;
    private readonly KvOffload offload;
    private readonly PrefillBound bound;
    private readonly PromptTimes? predicted;
    private readonly Lazy<long?> fasterFrom;

    /// <summary>Compares both.</summary>
    /// <param name="request">The question; its storage workload names the tier.</param>
    public RestoreOrRecompute(SizingRequest request)
    {
        offload = new KvOffload(request);
        bound = new PrefillBound(request);
        predicted = PromptTimes.Of(request);
        long context = request.KvCache.EffectiveContext;
        RestoreSeconds = offload.RestoreSeconds(context);
        RecomputeSeconds = Recompute(context);
        ActiveParameters = bound.ActiveParameters;
        Gpus = bound.Gpus;
        fasterFrom = new Lazy<long?>(() => IsKnown ? Search(request.Model.MaxPositionEmbeddings) : null);
    }

    /// <summary>Seconds to restore the planned context, or null where unknown.</summary>
    public double? RestoreSeconds { get; }

    /// <summary>Seconds in which the planned context is recomputed, or null where unknown.</summary>
    public double? RecomputeSeconds { get; }

    /// <summary>Whether recomputing is what the step times of the engine predict; false where it is the bound.</summary>
    public bool IsPredicted => predicted is not null;

    /// <summary>The shortest context, in tokens, from which on restoring takes no longer than recomputing; null where there is none up to the model's maximum, or a time is not known.</summary>
    public long? FasterFrom => fasterFrom.Value;

    /// <summary>Whether both times are known.</summary>
    public bool IsKnown => RestoreSeconds is not null && RecomputeSeconds is not null;

    /// <summary>Whether restoring the planned context takes longer than recomputing it; false where a time is not known.</summary>
    public bool IsSlower => RestoreSeconds > RecomputeSeconds;

    internal double? ActiveParameters { get; }

    internal long Gpus { get; }

    private double? Recompute(long context) => predicted is null ? bound.Seconds(context) : predicted.Seconds(context);

    private long? Search(long longest)
    {
        if (!IsFaster(longest))
        {
            return null;
        }
        long faster = longest;
        long slower = 0;
        if (predicted is not null)
        {
            for (slower = (longest - 1) / Stride * Stride; slower > 0 && IsFaster(slower); slower -= Stride)
            {
                faster = slower;
            }
        }
        while (faster - slower > 1)
        {
            long middle = slower + ((faster - slower) / 2);
            (slower, faster) = IsFaster(middle) ? (slower, middle) : (middle, faster);
        }
        return faster;
    }

    private bool IsFaster(long context) => offload.RestoreSeconds(context) <= Recompute(context);
}
