namespace LlmSizing;

/// <summary>Step 3.5 and 3.7 Flash: sliding layers that may have heads of their own, and a gate per head.</summary>
internal sealed class StepDecoder : Decoder
{
    private readonly HfConfig? other;
    private readonly string? otherType;

    public StepDecoder(ImportContext context, DecoderTraits traits)
        : base(context, traits)
    {
        other = Config.FindObject("attention_other_setting");
        otherType = other?.FindText("attention_type");
    }

    public override long KeyValueHeads => Config.FindInteger("num_attention_groups", "num_key_value_heads") ?? Heads;

    protected override void AddMixer(long layer, ModulePart part, CacheLayers cache)
    {
        bool isOther = other is not null && otherType == (Kinds[layer] == LayerKind.Sliding ? "sliding_attention" : "full_attention");
        long heads = isOther ? other!.Integer("num_attention_heads") : Heads;
        long own = isOther ? other!.Integer("num_attention_groups") : KeyValueHeads;
        long dim = isOther ? other!.Integer(HeadDim, "head_dim") : HeadDim;
        AddCache(Kinds[layer], layer, cache, own, dim, null);
        new AttentionBlock(Hidden, heads, own, dim).AddTo(part, Traits);
        if (Config.Flag(false, "use_head_wise_attn_gate"))
        {
            part.Inside("self_attn").Linear(WeightComponent.Attention, "g_proj", heads, Hidden, WeightSplit.Column);
        }
    }
}
