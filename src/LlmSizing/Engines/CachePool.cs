namespace LlmSizing;

/// <summary>The blocks of a cache as an engine counts them.</summary>
internal sealed class CachePool
{
    public CachePool(long blockSize, long blocks, long tokens, decimal maxConcurrency, long groups = 1, long blocksPerRequest = 0)
    {
        BlockSize = blockSize;
        Blocks = blocks;
        Tokens = tokens;
        MaxConcurrency = maxConcurrency;
        Groups = groups;
        BlocksPerRequest = blocksPerRequest;
    }

    public long BlockSize { get; }

    public long Blocks { get; }

    public long Tokens { get; }

    public decimal MaxConcurrency { get; }

    public long Groups { get; }

    public long BlocksPerRequest { get; }
}
