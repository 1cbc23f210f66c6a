using System;

namespace LlmSizing;

/// <summary>Layers that attend to the newest tokens only and keep no more than those.</summary>
/// <remarks>Sliding-window attention: Jiang et al. 2023 (Mistral 7B), arXiv 2310.06825, section 2.</remarks>
public sealed class SlidingAttention : HeadAttention
{
    private readonly long window;

    /// <summary>Creates the group.</summary>
    /// <exception cref="SizingException">A number is below 1.</exception>
    public SlidingAttention(long count, long keyValueHeads, long headDim, long slidingWindow, long? valueHeadDim = null, LayerSet? at = null)
        : base(count, keyValueHeads, headDim, valueHeadDim, at) =>
        window = AtLeastOne(slidingWindow, "sliding_window");

    /// <inheritdoc/>
    public override string Layout => "sliding";

    /// <inheritdoc/>
    public override long? SlidingWindow => window;

    private protected override RationaleInput? Reach => new("sliding_window", window);

    /// <inheritdoc/>
    public override long CachedTokens(long context) => Math.Min(context, window);
}
