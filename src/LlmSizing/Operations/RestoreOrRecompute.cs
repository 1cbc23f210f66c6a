namespace LlmSizing;

/// <summary>Which brings a session's KV cache back sooner: reading it from its tier, or computing the prompt again.</summary>
/// <remarks>
/// The cache of a token never grows with the context and its attention never shrinks, so that there is one context from which reading is the faster.
/// Recomputing is counted by its bound, <see cref="PrefillBound"/>: reading wins at least from the context that is found on.
/// </remarks>
public sealed class RestoreOrRecompute
{
    private readonly KvOffload offload;
    private readonly PrefillBound prefill;

    /// <summary>Compares both.</summary>
    /// <param name="request">The question; its storage workload names the tier.</param>
    public RestoreOrRecompute(SizingRequest request)
    {
        offload = new KvOffload(request);
        prefill = new PrefillBound(request);
        long context = request.KvCache.EffectiveContext;
        RestoreSeconds = offload.RestoreSeconds(context);
        RecomputeSeconds = prefill.Seconds(context);
        ActiveParameters = prefill.ActiveParameters;
        Gpus = prefill.Gpus;
        FasterFrom = RestoreSeconds is null || RecomputeSeconds is null ? null : Search(request.Model.MaxPositionEmbeddings);
    }

    /// <summary>Seconds to restore the planned context, or null where unknown.</summary>
    public double? RestoreSeconds { get; }

    /// <summary>Seconds in which the planned context is recomputed at best, or null where unknown.</summary>
    public double? RecomputeSeconds { get; }

    /// <summary>The shortest context, in tokens, that is restored as fast as it is recomputed at best; null where there is none up to the model's maximum, or a time is not known.</summary>
    public long? FasterFrom { get; }

    /// <summary>Whether both times are known.</summary>
    public bool IsKnown => RestoreSeconds is not null && RecomputeSeconds is not null;

    /// <summary>Whether restoring the planned context takes longer than the bound of recomputing it; false where a time is not known.</summary>
    public bool IsSlower => RestoreSeconds > RecomputeSeconds;

    internal double? ActiveParameters { get; }

    internal long Gpus { get; }

    private long? Search(long longest)
    {
        if (!IsFaster(longest))
        {
            return null;
        }
        long slower = 0;
        long faster = longest;
        while (faster - slower > 1)
        {
            long middle = slower + ((faster - slower) / 2);
            (slower, faster) = IsFaster(middle) ? (slower, middle) : (middle, faster);
        }
        return faster;
    }

    private bool IsFaster(long context) => offload.RestoreSeconds(context) <= prefill.Seconds(context);
}
