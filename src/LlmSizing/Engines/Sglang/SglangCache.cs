using System;

namespace LlmSizing;

/// <summary>SGLang's pools on one GPU: tokens of full layers, tokens of sliding layers, and slots of recurrent states.</summary>
/// <remarks>
/// sglang's model_runner.py and its mixins: sliding layers get swa_full_tokens_ratio = 0.8 times as many tokens as full ones, recurrent states
/// mamba_full_memory_ratio = 0.9 times as much memory as the tokens; tokens are rounded down to whole pages.
/// </remarks>
internal sealed class SglangCache
{
    private const decimal SlidingRatio = 0.8m;
    private const decimal StateRatio = 0.9m;
    private readonly EngineCase of;
    private readonly long fullCell;
    private readonly long slidingCell;
    private readonly long stateBytes;

    public SglangCache(EngineCase of)
    {
        this.of = of;
        foreach (LayerGroup group in of.Model.Layers)
        {
            long count = of.Shard.CountOf(group);
            long token = checked(count * (count == 0 ? 0 : group.TokenBytes(of.Precision, of.Placement.TensorParallel)));
            if (group is SlidingAttention or ChunkedAttention)
            {
                slidingCell = checked(slidingCell + token);
            }
            else if (group is not CrossAttention)
            {
                fullCell = checked(fullCell + token);
            }
            stateBytes = checked(stateBytes + (count == 0 ? 0 : count * group.SequenceBytes(of.Precision, of.Placement.TensorParallel)));
        }
        if (fullCell == 0 || of.Settings.DisableHybridManager || !of.Version.IsAtLeast(SglangEngine.PoolsFrom))
        {
            fullCell = checked(fullCell + slidingCell);
            slidingCell = 0;
        }
    }

    public long Page => of.Settings.BlockSize ?? 1;

    /// <summary>Bytes of a session.</summary>
    public long SessionBytes(long context)
    {
        long sum = checked((Pages(context) * Page * fullCell) + stateBytes);
        if (slidingCell > 0)
        {
            foreach (LayerGroup group in of.Model.Layers)
            {
                long count = of.Shard.CountOf(group);
                sum = checked(sum + (group is SlidingAttention or ChunkedAttention && count > 0
                    ? Pages(group.CachedTokens(context)) * Page * count * group.TokenBytes(of.Precision, of.Placement.TensorParallel)
                    : 0));
            }
        }
        return sum;
    }

    /// <summary>Tokens and sessions of a pool of so many bytes.</summary>
    public CachePool Of(long bytes)
    {
        decimal left = Math.Max(0, bytes);
        decimal slots = decimal.MaxValue;
        if (stateBytes > 0 && fullCell > 0)
        {
            decimal states = left * StateRatio / (1 + StateRatio);
            slots = Math.Floor(states / stateBytes);
            left -= states;
        }
        decimal cell = fullCell + (SlidingRatio * slidingCell);
        if (cell == 0)
        {
            decimal sessions = stateBytes == 0 ? 0 : Math.Floor(left / stateBytes);
            return new CachePool(Page, 0, 0, sessions);
        }
        long tokens = (long)Math.Floor(left / cell) / Page * Page;
        return new CachePool(Page, tokens / Page, tokens, Math.Min(slots, (decimal)tokens / (Pages(of.MaxModelLength) * Page)));
    }

    private long Pages(long tokens) => ((tokens - 1) / Page) + 1;
}
