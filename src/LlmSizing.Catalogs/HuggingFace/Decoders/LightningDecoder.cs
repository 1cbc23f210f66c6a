using System.Collections.Generic;

namespace LlmSizing;

/// <summary>MiniMax-Text-01 and M1: lightning attention, with softmax attention every few layers (attn_type_list).</summary>
internal sealed class LightningDecoder : Decoder
{
    private readonly IReadOnlyList<long>? types;

    public LightningDecoder(ImportContext context, DecoderTraits traits)
        : base(context, traits)
    {
        types = Config.FindIntegers("attn_type_list");
        if (types is null ? !Config.HasList("layer_types") : types.Count < Layers)
        {
            throw Config.Missing("attn_type_list", "layer_types");
        }
    }

    protected override void AddMixer(long layer, ModulePart part, CacheLayers cache)
    {
        if (types is null ? Kinds[layer] != LayerKind.Linear : types[(int)layer] == 1)
        {
            base.AddMixer(layer, part, cache);
            return;
        }
        long all = Heads * HeadDim;
        KvPrecision own = StateFormats.State(Context);
        cache.Recurrent(layer, "linear", new StateShape(0, 0, 0, Heads, HeadDim, HeadDim, own, own));
        ModulePart inside = part.Inside("self_attn");
        inside.Linear(WeightComponent.State, "qkv_proj", 3 * all, Hidden, WeightSplit.Column);
        inside.Linear(WeightComponent.State, "output_gate", all, Hidden, WeightSplit.Column);
        inside.Linear(WeightComponent.State, "out_proj", Hidden, all, WeightSplit.Row);
        inside.Vector(WeightComponent.Norm, "norm", all, WeightSplit.Column);
    }

    protected override LayerKind[] ReadKinds() => types is null ? base.ReadKinds() : new LayerKind[Layers];
}
