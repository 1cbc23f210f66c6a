using System;

namespace LlmSizing;

/// <summary>How vLLM keeps the cache of one kind of layer: the tokens of a block, the bytes of a page, the blocks of a request.</summary>
/// <remarks>After vllm/v1/kv_cache_interface.py; a page is a block of one layer.</remarks>
internal sealed class CacheSpec : IEquatable<CacheSpec>
{
    public CacheSpec(CacheKind kind, long blockSize, long tokenBytes, long reach = 0, long sequenceBytes = 0, long? paddedPage = null)
    {
        Kind = kind;
        BlockSize = blockSize;
        TokenBytes = tokenBytes;
        Reach = reach;
        SequenceBytes = sequenceBytes;
        PaddedPage = paddedPage;
    }

    public CacheKind Kind { get; }

    public long BlockSize { get; }

    public long TokenBytes { get; }

    /// <summary>The window, the chunk or the encoder's tokens.</summary>
    public long Reach { get; }

    /// <summary>Bytes of a state.</summary>
    public long SequenceBytes { get; }

    public long? PaddedPage { get; }

    public long PageBytes => PaddedPage ?? checked(Kind == CacheKind.State ? SequenceBytes : BlockSize * TokenBytes);

    public CacheSpec AsFull() => Kind is CacheKind.Sliding or CacheKind.Chunked ? new CacheSpec(CacheKind.Full, BlockSize, TokenBytes, 0, 0, PaddedPage) : this;

    public CacheSpec WithBlockSize(long blockSize) => new(Kind, blockSize, TokenBytes, Reach, SequenceBytes, PaddedPage);

    public CacheSpec PaddedTo(long page) => new(Kind, BlockSize, TokenBytes, Reach, SequenceBytes, page);

    /// <summary>Blocks that a request of a length takes at most.</summary>
    public long BlocksFor(long length, CacheLoad load) => Kind switch
    {
        CacheKind.Full => Division.Ceiling(Division.Ceiling(length, load.ContextParallel), BlockSize),
        // One block more: a window need not begin at the start of a block.
        CacheKind.Sliding => Division.Ceiling(Math.Min(Reach - 1 + load.InFlightTokens, length), BlockSize) + 1,
        CacheKind.Chunked => Division.Ceiling(Math.Min(Reach + load.InFlightTokens, length), BlockSize),
        CacheKind.Cross => Division.Ceiling(Reach, BlockSize),
        _ => load.StateBlocksOf(length, BlockSize),
    };

    /// <summary>Whether layers of both specs need as many blocks as each other, whatever a page is.</summary>
    public bool IsOfType(CacheSpec other) => Kind == other.Kind && BlockSize == other.BlockSize && Reach == other.Reach;

    public bool Equals(CacheSpec? other) => other is not null && (Kind, BlockSize, TokenBytes, Reach, SequenceBytes, PaddedPage)
        == (other.Kind, other.BlockSize, other.TokenBytes, other.Reach, other.SequenceBytes, other.PaddedPage);

    public override bool Equals(object? obj) => Equals(obj as CacheSpec);

    public override int GetHashCode() => ((((int)Kind * 397) ^ BlockSize.GetHashCode()) * 397) ^ PageBytes.GetHashCode();
}
