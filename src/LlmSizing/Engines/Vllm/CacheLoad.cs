namespace LlmSizing;

/// <summary>What besides its length decides how many blocks a request takes.</summary>
internal sealed class CacheLoad
{
    public CacheLoad(long inFlightTokens, long contextParallel, string stateMode, long speculativeTokens)
    {
        InFlightTokens = inFlightTokens;
        ContextParallel = contextParallel;
        StateMode = stateMode;
        SpeculativeTokens = speculativeTokens;
    }

    /// <summary>Tokens that are computed but not yet settled: those of a batch, or of two.</summary>
    public long InFlightTokens { get; }

    public long ContextParallel { get; }

    public string StateMode { get; }

    public long SpeculativeTokens { get; }

    public long StateBlocksOf(long length, long blockSize) => StateMode switch
    {
        "all" => (length + blockSize - 1) / blockSize,
        "align" => 2 + SpeculativeTokens,
        _ => 1 + SpeculativeTokens,
    };
}
