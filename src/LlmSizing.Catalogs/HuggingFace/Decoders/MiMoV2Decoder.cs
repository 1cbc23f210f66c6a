using System.Collections.Generic;

namespace LlmSizing;

/// <summary>MiMo V2: sliding layers with heads of their own, values smaller than keys, and sinks.</summary>
internal sealed class MiMoV2Decoder : Decoder
{
    private readonly IReadOnlyList<long> pattern;

    public MiMoV2Decoder(ImportContext context, DecoderTraits traits)
        : base(context, traits)
    {
        pattern = Config.FindIntegers("hybrid_layer_pattern") ?? throw Config.Missing("hybrid_layer_pattern");
        if (pattern.Count < Layers)
        {
            throw new ImportException("hybrid_layer_pattern has fewer items than there are layers.", Config.PathOf("hybrid_layer_pattern"));
        }
    }

    protected override void AddMixer(long layer, ModulePart part, CacheLayers cache)
    {
        bool slides = pattern[(int)layer] == 1;
        long heads = slides ? Config.Integer("swa_num_attention_heads", "num_attention_heads") : Heads;
        long own = slides ? Config.Integer("swa_num_key_value_heads", "num_key_value_heads") : KeyValueHeads;
        long dim = slides ? Config.Integer("swa_head_dim", "head_dim") : HeadDim;
        long value = (slides ? Config.FindInteger("swa_v_head_dim", "v_head_dim") : Config.FindInteger("v_head_dim")) ?? dim;
        AddCache(slides ? LayerKind.Sliding : LayerKind.Full, layer, cache, own, dim, value == dim ? null : value);
        new AttentionBlock(Hidden, heads, own, dim, value).AddTo(part, Traits);
        if (Config.Flag(slides, slides ? "add_swa_attention_sink_bias" : "add_full_attention_sink_bias"))
        {
            part.Vector(WeightComponent.Attention, "attention_sink_bias", heads, WeightSplit.Column);
        }
    }
}
