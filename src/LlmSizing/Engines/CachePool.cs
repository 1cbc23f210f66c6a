namespace LlmSizing;

/// <summary>The blocks of a cache as an engine counts them.</summary>
internal sealed class CachePool
{
    public CachePool(long blockSize, long blocks, long tokens, decimal maxConcurrency)
    {
        BlockSize = blockSize;
        Blocks = blocks;
        Tokens = tokens;
        MaxConcurrency = maxConcurrency;
    }

    public long BlockSize { get; }

    public long Blocks { get; }

    public long Tokens { get; }

    public decimal MaxConcurrency { get; }
}
