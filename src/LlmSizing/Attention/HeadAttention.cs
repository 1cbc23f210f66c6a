using System.Collections.Generic;

namespace LlmSizing;

/// <summary>Layers that keep one key and one value vector per head and token.</summary>
/// <remarks>
/// Bytes of a token = key/value heads × (key head dim + value head dim) × bytes per element; with equal head dims that is the seed's 2 × heads × dim × bytes.
/// Grouped-query attention: Ainslie et al. 2023, arXiv 2305.13245. Under tensor parallelism a GPU keeps at least one head: heads are
/// replicated where there are fewer than GPUs (vLLM's <c>get_num_kv_heads</c>).
/// </remarks>
public abstract class HeadAttention : LayerGroup
{
    private readonly long heads;
    private readonly long keyDim;
    private readonly long valueDim;

    /// <summary>Creates the common part; each number is at least 1.</summary>
    /// <exception cref="SizingException">A number is below 1, or the layers are not as many as the count.</exception>
    protected HeadAttention(long count, long keyValueHeads, long headDim, long? valueHeadDim, LayerSet? at)
        : base(count, at)
    {
        heads = AtLeastOne(keyValueHeads, "num_key_value_heads");
        keyDim = AtLeastOne(headDim, "head_dim");
        valueDim = AtLeastOne(valueHeadDim ?? headDim, "value_head_dim");
    }

    /// <inheritdoc/>
    public override long? KeyValueHeads => heads;

    /// <inheritdoc/>
    public override long? HeadDim => keyDim;

    /// <inheritdoc/>
    public override long? ValueHeadDim => valueDim;

    /// <inheritdoc/>
    public override IEnumerable<RationaleInput> Sizes
    {
        get
        {
            yield return new("num_key_value_heads", heads);
            yield return new("head_dim", keyDim);
            if (valueDim != keyDim)
            {
                yield return new("value_head_dim", valueDim);
            }
            if (Reach is RationaleInput reach)
            {
                yield return reach;
            }
        }
    }

    /// <summary>The size that bounds the tokens a layer keeps, or null where nothing does.</summary>
    private protected virtual RationaleInput? Reach => null;

    /// <inheritdoc/>
    public override long TokenBytes(KvPrecision precision, long tensorParallel = 1)
    {
        long own = Division.Ceiling(heads, tensorParallel);
        return checked(precision.Key.Bytes(own * keyDim) + precision.Value.Bytes(own * valueDim) + (2 * own * precision.HeadScaleBytes));
    }

    /// <inheritdoc/>
    public override string Formula(long context, KvPrecision precision) => FormulaOf(KeptTokens(context), precision);

    /// <summary>Tokens that one layer keeps, whether they are cached tokens or tokens of an encoder.</summary>
    private protected virtual long KeptTokens(long context) => CachedTokens(context);

    /// <inheritdoc/>
    public override string ToString() =>
        $"{base.ToString()}{(SlidingWindow is long window ? " " + Plain(window) : "")}, {Plain(heads)} heads of {(keyDim == valueDim ? Plain(keyDim) : $"{Plain(keyDim)}/{Plain(valueDim)}")}";

    private string FormulaOf(long kept, KvPrecision precision)
    {
        string tokens = Plain(kept);
        string key = NumberText.AsWritten(precision.Key.BytesPerElement);
        string value = NumberText.AsWritten(precision.Value.BytesPerElement);
        if (precision.HeadScaleBytes > 0)
        {
            return $"{tokens} × {Plain(heads)} × ({Plain(keyDim)} + {Plain(precision.HeadScaleBytes)} + {Plain(valueDim)} + {Plain(precision.HeadScaleBytes)}) × {Plain(Count)}";
        }
        if (!precision.IsUniform)
        {
            return $"{tokens} × {Plain(heads)} × ({Plain(keyDim)} × {key} + {Plain(valueDim)} × {value}) × {Plain(Count)}";
        }
        return keyDim == valueDim
            ? $"2 × {tokens} × {Plain(heads)} × {Plain(keyDim)} × {key} × {Plain(Count)}"
            : $"{tokens} × {Plain(heads)} × ({Plain(keyDim)} + {Plain(valueDim)}) × {key} × {Plain(Count)}";
    }
}
