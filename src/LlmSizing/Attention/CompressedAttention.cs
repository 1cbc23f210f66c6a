using System;
using System.Collections.Generic;

namespace LlmSizing;

/// <summary>Layers of DeepSeek V4: a sliding window, and beyond it one compressed entry for every few tokens, with an indexer where the compression is light.</summary>
/// <remarks>
/// Read from the names of the config's fields and a third party's model of them, not from running code: models that use it are estimates.
/// Per layer: min(S, window) × d × b + [r > 0] (floor(S / r) × d × b + 2 r c d × 4) + [r = 4] (floor(S / 4) × d_index / 2 + 2 r × 2 d_index × 4), c = 2 where r = 4, else 1.
/// </remarks>
public sealed class CompressedAttention : LayerGroup
{
    private const long IndexedRatio = 4;
    private const long StateElementBytes = 4;

    /// <summary>Creates the group.</summary>
    /// <param name="count">Layers.</param>
    /// <param name="headDim">Elements of one entry: keys and values are one.</param>
    /// <param name="slidingWindow">Newest tokens that are kept whole.</param>
    /// <param name="compressionRatio">Tokens of one compressed entry; 0 where the layer keeps the window alone.</param>
    /// <param name="indexHeadDim">Elements of an indexer key, used where the ratio is 4.</param>
    /// <param name="at">Which layers they are.</param>
    /// <exception cref="SizingException">A number is below its least.</exception>
    public CompressedAttention(long count, long headDim, long slidingWindow, long compressionRatio, long indexHeadDim, LayerSet? at = null)
        : base(count, at)
    {
        EntryDim = AtLeastOne(headDim, "head_dim");
        Window = AtLeastOne(slidingWindow, "sliding_window");
        CompressionRatio = compressionRatio >= 0 ? compressionRatio : throw new SizingException("compression_ratio", "compression_ratio must be at least 0.");
        IndexHeadDim = AtLeastOne(indexHeadDim, "index_head_dim");
    }

    /// <inheritdoc/>
    public override string Layout => "compressed";

    /// <summary>Elements of one entry.</summary>
    public long EntryDim { get; }

    /// <summary>Newest tokens that are kept whole.</summary>
    public long Window { get; }

    /// <summary>Tokens of one compressed entry; 0 where there are none.</summary>
    public long CompressionRatio { get; }

    /// <summary>Elements of an indexer key.</summary>
    public long IndexHeadDim { get; }

    /// <inheritdoc/>
    public override IEnumerable<RationaleInput> Sizes =>
        [new("head_dim", EntryDim), new("sliding_window", Window), new("compression_ratio", CompressionRatio), new("index_head_dim", IndexHeadDim)];

    /// <inheritdoc/>
    public override long? KeyValueHeads => 1;

    /// <inheritdoc/>
    public override long? HeadDim => EntryDim;

    /// <summary>No value vector apart.</summary>
    public override long? ValueHeadDim => 0;

    /// <summary>Whole tokens of the window and compressed entries.</summary>
    public override long CachedTokens(long context) => checked(Math.Min(context, Window) + Entries(context));

    /// <inheritdoc/>
    public override long TokenBytes(KvPrecision precision, long tensorParallel = 1) => precision.Key.Bytes(EntryDim);

    /// <summary>What the compressor keeps of the tokens of an unfinished entry.</summary>
    public override long SequenceBytes(KvPrecision precision, long tensorParallel = 1)
    {
        if (CompressionRatio == 0)
        {
            return 0;
        }
        long entry = 2 * CompressionRatio * (IsIndexed ? 2 : 1) * EntryDim * StateElementBytes;
        return IsIndexed ? entry + (2 * CompressionRatio * 2 * IndexHeadDim * StateElementBytes) : entry;
    }

    /// <inheritdoc/>
    public override long BytesPerSession(long context, KvPrecision precision, long tensorParallel = 1) =>
        checked(base.BytesPerSession(context, precision, tensorParallel) + (Count * IndexBytes(context)));

    /// <inheritdoc/>
    public override string Formula(long context, KvPrecision precision) =>
        $"({Plain(CachedTokens(context))} × {Plain(EntryDim)} × {NumberText.AsWritten(precision.Key.BytesPerElement)} + {Plain(IndexBytes(context))} + {Plain(SequenceBytes(precision))}) × {Plain(Count)}";

    /// <inheritdoc/>
    public override string ToString() => $"{base.ToString()}, window {Plain(Window)}, 1 in {Plain(CompressionRatio)}";

    private bool IsIndexed => CompressionRatio == IndexedRatio;

    private long Entries(long context) => CompressionRatio == 0 ? 0 : context / CompressionRatio;

    // The indexer's keys are four-bit.
    private long IndexBytes(long context) => IsIndexed ? checked(Entries(context) * IndexHeadDim) / 2 : 0;
}
