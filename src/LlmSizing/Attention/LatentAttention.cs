using System.Collections.Generic;

namespace LlmSizing;

/// <summary>Multi-head latent attention (MLA): one latent and one rope key per token for all heads, whole on every GPU of a tensor-parallel group.</summary>
/// <remarks>
/// DeepSeek-V2, arXiv 2405.04434, section 2.1: a token keeps kv_lora_rank + qk_rope_head_dim elements, not twice that. Sparse attention (DeepSeek V3.2, GLM-5) keeps
/// the whole cache and, beside it, its indexer's keys: index_head_dim bytes in fp8 and one fp32 scale per 128 of them.
/// </remarks>
public sealed class LatentAttention : LayerGroup
{
    private const long IndexBlock = 128;
    private const long IndexScaleBytes = 4;

    /// <summary>Creates the group.</summary>
    /// <param name="count">Layers.</param>
    /// <param name="latentDim">kv_lora_rank.</param>
    /// <param name="ropeDim">qk_rope_head_dim.</param>
    /// <param name="indexHeadDim">index_head_dim of the sparse attention's indexer, or null without one.</param>
    /// <param name="at">Which layers they are.</param>
    /// <exception cref="SizingException">A number is below 1.</exception>
    public LatentAttention(long count, long latentDim, long ropeDim, long? indexHeadDim = null, LayerSet? at = null)
        : base(count, at)
    {
        LatentDim = AtLeastOne(latentDim, "kv_lora_rank");
        RopeDim = AtLeastOne(ropeDim, "qk_rope_head_dim");
        IndexHeadDim = indexHeadDim is long dim ? AtLeastOne(dim, "index_head_dim") : null;
    }

    /// <inheritdoc/>
    public override string Layout => "mla";

    /// <summary>Elements of the latent: kv_lora_rank.</summary>
    public long LatentDim { get; }

    /// <summary>Elements of the rope part of the key: qk_rope_head_dim.</summary>
    public long RopeDim { get; }

    /// <summary>Elements of an indexer key, or null without an indexer.</summary>
    public long? IndexHeadDim { get; }

    /// <summary>Bytes of a token's indexer key with its scales; 0 without an indexer.</summary>
    public long IndexBytes => IndexHeadDim is long dim ? dim + (Division.Ceiling(dim, IndexBlock) * IndexScaleBytes) : 0;

    /// <inheritdoc/>
    public override IEnumerable<RationaleInput> Sizes
    {
        get
        {
            yield return new("kv_lora_rank", LatentDim);
            yield return new("qk_rope_head_dim", RopeDim);
            if (IndexHeadDim is long dim)
            {
                yield return new("index_head_dim", dim);
            }
        }
    }

    /// <summary>One latent for all heads.</summary>
    public override long? KeyValueHeads => 1;

    /// <inheritdoc/>
    public override long? HeadDim => LatentDim + RopeDim;

    /// <summary>No value vector: values are read from the latent.</summary>
    public override long? ValueHeadDim => 0;

    /// <inheritdoc/>
    public override long CachedTokens(long context) => context;

    /// <inheritdoc/>
    public override long TokenBytes(KvPrecision precision, long tensorParallel = 1) =>
        checked(precision.Key.Bytes(LatentDim) + precision.Value.Bytes(RopeDim) + (precision.HeadScaleBytes * 2) + IndexBytes);

    /// <inheritdoc/>
    public override string Formula(long context, KvPrecision precision)
    {
        string key = NumberText.AsWritten(precision.Key.BytesPerElement);
        string token = precision.IsUniform
            ? $"({Plain(LatentDim)} + {Plain(RopeDim)}) × {key}"
            : $"({Plain(LatentDim)} × {key} + {Plain(RopeDim)} × {NumberText.AsWritten(precision.Value.BytesPerElement)})";
        long added = IndexBytes + (precision.HeadScaleBytes * 2);
        return added > 0 ? $"{Plain(context)} × ({token} + {Plain(added)}) × {Plain(Count)}" : $"{Plain(context)} × {token} × {Plain(Count)}";
    }

    /// <inheritdoc/>
    public override string ToString() => $"{base.ToString()}, latent {Plain(LatentDim)} + {Plain(RopeDim)}{(IndexHeadDim is long dim ? ", indexer " + Plain(dim) : "")}";
}
