using System;

namespace LlmSizing;

/// <summary>Layers that attend within chunks of the context and keep the tokens of one chunk at most.</summary>
/// <remarks>Chunked local attention of Llama 4: <c>attention_chunk_size</c> of its config.json.</remarks>
public sealed class ChunkedAttention : HeadAttention
{
    /// <summary>Creates the group.</summary>
    /// <exception cref="SizingException">A number is below 1.</exception>
    public ChunkedAttention(long count, long keyValueHeads, long headDim, long chunkSize, long? valueHeadDim = null, LayerSet? at = null)
        : base(count, keyValueHeads, headDim, valueHeadDim, at) =>
        ChunkSize = AtLeastOne(chunkSize, "chunk_size");

    /// <inheritdoc/>
    public override string Layout => "chunked";

    /// <summary>Tokens of a chunk.</summary>
    public long ChunkSize { get; }

    private protected override RationaleInput? Reach => new("chunk_size", ChunkSize);

    /// <inheritdoc/>
    public override long CachedTokens(long context) => Math.Min(context, ChunkSize);
}
