namespace LlmSizing;

/// <summary>The layers of a vision or audio transformer: alike, so that each matrix is one line with as many copies as there are layers.</summary>
internal sealed class TransformerTower
{
    public TransformerTower(long layers, long hidden, long intermediate)
    {
        Layers = layers is >= 1 and <= 1000 ? layers : throw new ImportException("A vision or audio tower has 1 to 1000 layers.", "vision_config");
        Hidden = hidden;
        Intermediate = intermediate;
    }

    public long Layers { get; }

    public long Hidden { get; }

    public long Intermediate { get; }

    /// <summary>Elements of queries, keys and values each, where not the hidden size.</summary>
    public long? Inner { get; set; }

    public bool AttentionBias { get; set; } = true;

    public bool MlpBias { get; set; } = true;

    public bool NormBias { get; set; } = true;

    public bool IsGated { get; set; }

    /// <summary>Norms of a layer over the hidden size.</summary>
    public long Norms { get; set; } = 2;

    /// <summary>Elements of the norms of queries and keys; 0 without any.</summary>
    public long QkNorm { get; set; }

    /// <param name="part">The tower; it gives the component.</param>
    public void AddTo(ModulePart part)
    {
        long inner = Inner ?? Hidden;
        part.Tower("qkv", 3 * inner, Hidden, WeightSplit.Column, Layers, AttentionBias);
        part.Tower("proj", Hidden, inner, WeightSplit.Row, Layers, AttentionBias);
        part.Tower("fc1", Intermediate, Hidden, WeightSplit.Column, IsGated ? 2 * Layers : Layers, MlpBias);
        part.Tower("fc2", Hidden, Intermediate, WeightSplit.Row, Layers, MlpBias);
        part.Tower("norm", Hidden, 1, WeightSplit.Replicated, Norms * Layers, NormBias);
        if (QkNorm > 0)
        {
            part.Tower("qk_norm", QkNorm, 1, WeightSplit.Replicated, 2 * Layers, false);
        }
    }
}
