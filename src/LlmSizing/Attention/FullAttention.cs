namespace LlmSizing;

/// <summary>Layers that attend to, and keep, the whole context.</summary>
public sealed class FullAttention : HeadAttention
{
    /// <summary>Creates the group.</summary>
    /// <exception cref="SizingException">A number is below 1.</exception>
    public FullAttention(long count, long keyValueHeads, long headDim, long? valueHeadDim = null, LayerSet? at = null)
        : base(count, keyValueHeads, headDim, valueHeadDim, at)
    {
    }

    /// <inheritdoc/>
    public override string Layout => "full";

    /// <inheritdoc/>
    public override long CachedTokens(long context) => context;
}
