using System.Collections.Generic;

namespace LlmSizing;

/// <summary>Layers that read the cache of another layer and keep none of their own.</summary>
/// <remarks>YOCO (Sun et al. 2024, arXiv 2405.05254), cross-layer attention (Brandon et al. 2024, arXiv 2405.12981), <c>num_kv_shared_layers</c> of Gemma 3n and 4.</remarks>
public sealed class SharedCache : LayerGroup
{
    /// <summary>Creates the group.</summary>
    /// <exception cref="SizingException">A number is below 1.</exception>
    public SharedCache(long count, LayerSet? at = null)
        : base(count, at)
    {
    }

    /// <inheritdoc/>
    public override string Layout => "shared";

    /// <summary>None.</summary>
    public override IEnumerable<RationaleInput> Sizes => [];

    /// <inheritdoc/>
    public override long CachedTokens(long context) => 0;

    /// <inheritdoc/>
    public override long TokenBytes(KvPrecision precision, long tensorParallel = 1) => 0;

    /// <inheritdoc/>
    public override string Formula(long context, KvPrecision precision) => "0 × " + Plain(Count);
}
