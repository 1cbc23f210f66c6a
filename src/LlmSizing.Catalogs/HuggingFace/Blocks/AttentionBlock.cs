namespace LlmSizing;

/// <summary>The matrices of an attention layer with heads.</summary>
internal sealed class AttentionBlock
{
    public AttentionBlock(long hidden, long heads, long keyValueHeads, long headDim, long? valueHeadDim = null)
    {
        Hidden = hidden;
        Heads = AtLeastOne(heads, "num_attention_heads");
        KeyValueHeads = AtLeastOne(keyValueHeads, "num_key_value_heads");
        if (heads % keyValueHeads != 0)
        {
            throw new ImportException($"{NumberText.Plain(heads)} query heads cannot share {NumberText.Plain(keyValueHeads)} key/value heads evenly.", "num_key_value_heads");
        }
        HeadDim = AtLeastOne(headDim, "head_dim");
        ValueHeadDim = valueHeadDim ?? headDim;
    }

    public long Hidden { get; }

    public long Heads { get; }

    public long KeyValueHeads { get; }

    public long HeadDim { get; }

    public long ValueHeadDim { get; }

    /// <summary>Values are the keys: there is no projection of their own.</summary>
    public bool SharesKeyAndValue { get; set; }

    /// <summary>Reads another layer's cache: no projections of keys and values.</summary>
    public bool ReadsOtherCache { get; set; }

    public void AddTo(ModulePart part, DecoderTraits traits)
    {
        string module = traits.AttentionModule;
        ModulePart inside = part.Inside(module);
        const string Attention = WeightComponent.Attention;
        inside.Linear(Attention, "q_proj", Heads * HeadDim * (traits.HasGatedQuery ? 2 : 1), Hidden, WeightSplit.Column, bias: traits.QkvBias);
        if (!ReadsOtherCache)
        {
            inside.Linear(Attention, "k_proj", KeyValueHeads * HeadDim, Hidden, WeightSplit.KeyValue, KeyValueHeads, bias: traits.QkvBias);
        }
        if (!ReadsOtherCache && !SharesKeyAndValue)
        {
            inside.Linear(Attention, "v_proj", KeyValueHeads * ValueHeadDim, Hidden, WeightSplit.KeyValue, KeyValueHeads, bias: traits.QkvBias);
        }
        inside.Linear(Attention, "o_proj", Hidden, Heads * ValueHeadDim, WeightSplit.Row, bias: traits.OutputBias);
        AddNorms(part, traits.QkNorm);
        if (traits.HasSinks)
        {
            inside.Vector(Attention, "sinks", Heads, WeightSplit.Column);
        }
    }

    private void AddNorms(ModulePart part, QueryKeyNorm norm)
    {
        if (norm == QueryKeyNorm.Head)
        {
            part.Norm("q_norm", HeadDim);
        }
        else if (norm == QueryKeyNorm.AllHeads)
        {
            part.Vector(WeightComponent.Norm, "q_norm", Heads * HeadDim, WeightSplit.Column);
        }
        if (norm == QueryKeyNorm.Head && !ReadsOtherCache)
        {
            part.Norm("k_norm", HeadDim);
        }
        else if (norm == QueryKeyNorm.AllHeads && !ReadsOtherCache)
        {
            part.Vector(WeightComponent.Norm, "k_norm", KeyValueHeads * HeadDim, WeightSplit.KeyValue, KeyValueHeads);
        }
    }

    private static long AtLeastOne(long number, string field) => number >= 1 ? number : throw new ImportException($"{field} is {NumberText.Plain(number)}: at least 1 is needed.", field);
}
