using System.Collections.Generic;

namespace LlmSizing;

/// <summary>A run of layers that keep their cache in the same way.</summary>
/// <remarks>
/// What a layer keeps for one session has a part that grows with the context, bytes per cached token, and a part that does not, bytes per sequence.
/// Both are those of one GPU of a tensor-parallel group; a group of one keeps the whole.
/// </remarks>
public abstract class LayerGroup
{
    /// <summary>Creates the common part.</summary>
    /// <param name="count">Layers of the group, at least 1.</param>
    /// <param name="at">Which layers they are, or null where they are spread evenly.</param>
    /// <exception cref="SizingException">A number is below 1, or the layers are not as many as the count.</exception>
    protected LayerGroup(long count, LayerSet? at)
    {
        Count = AtLeastOne(count, "count");
        At = at is null || at.Count == count
            ? at
            : throw new SizingException("at", $"at names {NumberText.Plain(at.Count)} layers but count is {NumberText.Plain(count)}.");
    }

    /// <summary>The layout's name, such as full, sliding or mla.</summary>
    public abstract string Layout { get; }

    /// <summary>Layers in the group.</summary>
    public long Count { get; }

    /// <summary>Which layers they are, counted from 0, or null where they are spread evenly.</summary>
    public LayerSet? At { get; }

    /// <summary>Key/value heads of a layer (not query heads), or null where the layout has none.</summary>
    public virtual long? KeyValueHeads => null;

    /// <summary>Elements of one key vector of a head, or of the latent and rope part together, or null where the layout has none.</summary>
    public virtual long? HeadDim => null;

    /// <summary>Elements of one value vector of a head; equal to <see cref="HeadDim"/> in most models; null where the layout has none.</summary>
    public virtual long? ValueHeadDim => null;

    /// <summary>Tokens of the sliding window, or null where there is none.</summary>
    public virtual long? SlidingWindow => null;

    /// <summary>The sizes of a layer, by the names of a catalog's fields and in their order.</summary>
    public abstract IEnumerable<RationaleInput> Sizes { get; }

    /// <summary>Tokens that a session keeps in one layer of the group.</summary>
    /// <param name="context">Tokens of the session's context.</param>
    public abstract long CachedTokens(long context);

    /// <summary>Bytes of one cached token in one layer, on one GPU.</summary>
    /// <param name="precision">The precision of keys and values.</param>
    /// <param name="tensorParallel">GPUs over which the heads are split.</param>
    /// <exception cref="System.OverflowException">The number does not fit a <see cref="long"/>.</exception>
    public abstract long TokenBytes(KvPrecision precision, long tensorParallel = 1);

    /// <summary>Bytes that one sequence takes in one layer whatever its length, on one GPU.</summary>
    /// <inheritdoc cref="TokenBytes"/>
    public virtual long SequenceBytes(KvPrecision precision, long tensorParallel = 1) => 0;

    /// <summary>Bytes that a session keeps in all layers of the group, on one GPU.</summary>
    /// <param name="context">Tokens of the session's context.</param>
    /// <param name="precision">The precision of keys and values.</param>
    /// <param name="tensorParallel">GPUs over which the heads are split.</param>
    /// <exception cref="System.OverflowException">The number does not fit a <see cref="long"/>.</exception>
    public virtual long BytesPerSession(long context, KvPrecision precision, long tensorParallel = 1) => checked(
        Count * ((CachedTokens(context) * TokenBytes(precision, tensorParallel)) + SequenceBytes(precision, tensorParallel)));

    /// <summary>The product that <see cref="BytesPerSession"/> is, in numbers: <c>2 × 65536 × 8 × 64 × 1 × 12</c>.</summary>
    public abstract string Formula(long context, KvPrecision precision);

    /// <summary>Layers of the group among those at or after the first number and before the other.</summary>
    /// <param name="first">The first layer of a pipeline stage.</param>
    /// <param name="end">One past its last layer.</param>
    /// <param name="layers">Layers of the whole model.</param>
    public long CountIn(long first, long end, long layers) => At?.CountIn(first, end) ?? SpreadBefore(end, layers) - SpreadBefore(first, layers);

    /// <summary>The group in short: <c>12 full, 8 heads of 64</c>.</summary>
    public override string ToString() => NumberText.Plain(Count) + " " + Layout;

    private protected static long AtLeastOne(long value, string field) =>
        value >= 1 ? value : throw new SizingException(field, $"{field} is {NumberText.Plain(value)}: write a whole number of at least 1.");

    private protected static string Plain(long value) => NumberText.Plain(value);

    // Layer i of n stands at floor((2i + 1) × layers / 2n), as in an interleaved model; those before the end are ceil((2n × end − layers) / (2 × layers)).
    private long SpreadBefore(long end, long layers) => System.Math.Min(Count, Division.Ceiling((2 * Count * end) + layers, 2 * layers) - 1);
}
