using System;

namespace LlmSizing;

/// <summary>What the ranks of a pool have in common.</summary>
internal sealed class RankShape
{
    private readonly long cachedBillionths;

    public RankShape(StepClock clock, long blocks, int blockTokens, long maxSequences, decimal prefixCacheHitRatio = 0, Func<int, long>? transferNanoseconds = null)
    {
        Clock = clock;
        Blocks = blocks;
        BlockTokens = blockTokens;
        MaxSequences = Math.Min(maxSequences, clock.MaxPrefillTokens);
        cachedBillionths = (long)(prefixCacheHitRatio * Billionths.One);
        TransferNanoseconds = transferNanoseconds;
    }

    public StepClock Clock { get; }

    /// <summary>Blocks of a rank's cache.</summary>
    public long Blocks { get; }

    /// <summary>Tokens of a block.</summary>
    public int BlockTokens { get; }

    /// <summary>Requests that run at once: a step has a token for each.</summary>
    public long MaxSequences { get; }

    /// <summary>How long the cache of a prompt takes to another pool; null where it stays.</summary>
    public Func<int, long>? TransferNanoseconds { get; }

    /// <summary>Whether requests leave after their first token.</summary>
    public bool SendsCache => TransferNanoseconds is not null;

    /// <summary>Tokens of a prompt that the assumed share of hits covers: whole blocks.</summary>
    public long CachedTokens(int input) => (long)input * cachedBillionths / Billionths.One / BlockTokens * BlockTokens;

    /// <summary>Whether a request could ever run.</summary>
    public bool Holds(long tokens) => (tokens + BlockTokens - 1) / BlockTokens <= Blocks;
}
