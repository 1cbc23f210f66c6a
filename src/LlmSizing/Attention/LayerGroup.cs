namespace LlmSizing;

/// <summary>A run of layers that keep their keys and values in the same way.</summary>
/// <remarks>
/// Bytes per session = tokens × key/value heads × (key head dim + value head dim) × bytes per element × layers;
/// with equal head dims that is the seed's 2 × tokens × heads × dim × bytes × layers.
/// Grouped-query attention: Ainslie et al. 2023, arXiv 2305.13245.
/// </remarks>
public abstract class LayerGroup
{
    /// <summary>Creates the common part; each number is at least 1.</summary>
    /// <exception cref="SizingException">A number is below 1.</exception>
    protected LayerGroup(long count, long keyValueHeads, long headDim, long valueHeadDim)
    {
        Count = AtLeastOne(count, "count");
        KeyValueHeads = AtLeastOne(keyValueHeads, "num_key_value_heads");
        HeadDim = AtLeastOne(headDim, "head_dim");
        ValueHeadDim = AtLeastOne(valueHeadDim, "value_head_dim");
    }

    /// <summary>The layout's name: full or sliding.</summary>
    public abstract string Layout { get; }

    /// <summary>Layers in the group.</summary>
    public long Count { get; }

    /// <summary>Key/value heads of a layer (not query heads).</summary>
    public long KeyValueHeads { get; }

    /// <summary>Elements of one key vector of a head.</summary>
    public long HeadDim { get; }

    /// <summary>Elements of one value vector of a head; equal to <see cref="HeadDim"/> in most models.</summary>
    public long ValueHeadDim { get; }

    /// <summary>Tokens of the sliding window, or null for full attention.</summary>
    public virtual long? SlidingWindow => null;

    /// <summary>Tokens that a session keeps in one layer of the group.</summary>
    /// <param name="context">Tokens of the session's context.</param>
    public abstract long CachedTokens(long context);

    /// <summary>Bytes that a session keeps in all layers of the group.</summary>
    /// <param name="context">Tokens of the session's context.</param>
    /// <param name="bytesPerElement">Bytes of one element.</param>
    /// <exception cref="System.OverflowException">The number does not fit a <see cref="long"/>.</exception>
    public long BytesPerSession(long context, int bytesPerElement) =>
        checked(CachedTokens(context) * KeyValueHeads * (HeadDim + ValueHeadDim) * bytesPerElement * Count);

    /// <summary>The group in short: <c>12 full, 8 heads of 64</c>.</summary>
    public override string ToString() =>
        $"{NumberText.Plain(Count)} {Layout}{(SlidingWindow is long window ? " " + NumberText.Plain(window) : "")}, {NumberText.Plain(KeyValueHeads)} heads of {HeadDims}";

    private string HeadDims => HeadDim == ValueHeadDim ? NumberText.Plain(HeadDim) : $"{NumberText.Plain(HeadDim)}/{NumberText.Plain(ValueHeadDim)}";

    private protected static long AtLeastOne(long value, string field) =>
        value >= 1 ? value : throw new SizingException(field, $"{field} is {NumberText.Plain(value)}: write a whole number of at least 1.");
}
