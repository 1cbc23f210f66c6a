using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>LFM2: short convolutions with attention in some layers.</summary>
internal sealed class ShortConvolutionDecoder : Decoder
{
    public ShortConvolutionDecoder(ImportContext context, DecoderTraits traits)
        : base(context, traits)
    {
    }

    // Two thirds, times a factor, up to a multiple: the feed-forward's own rule (transformers' modeling_lfm2.py).
    public override long Intermediate
    {
        get
        {
            long width = Config.Integer("intermediate_size", "block_ff_dim");
            if (Moe is not null || !Config.Flag(true, "block_auto_adjust_ff_dim"))
            {
                return width;
            }
            double factor = Config.FindNumber("block_ffn_dim_multiplier") ?? 1;
            long multiple = System.Math.Max(1, Config.Integer(256, "block_multiple_of"));
            long adjusted = factor is > 0 and < 1000 ? (long)(factor * (2 * width / 3)) : throw new ImportException("block_ffn_dim_multiplier is out of its range.", "block_ffn_dim_multiplier");
            return (adjusted + multiple - 1) / multiple * multiple;
        }
    }

    protected override void AddMixer(long layer, ModulePart part, CacheLayers cache)
    {
        if (Attends(layer))
        {
            cache.Full(layer, KeyValueHeads, HeadDim);
            new AttentionBlock(Hidden, Heads, KeyValueHeads, HeadDim).AddTo(part, Traits);
            return;
        }
        long kernel = Config.Integer(3, "conv_L_cache");
        KvPrecision own = StateFormats.Convolution(Context);
        cache.Recurrent(layer, "short_conv", new StateShape(Hidden, kernel, 0, 0, 0, 0, own, own));
        bool bias = Config.Flag(false, "conv_bias");
        ModulePart inside = part.Inside("conv");
        inside.Linear(WeightComponent.State, "in_proj", 3 * Hidden, Hidden, WeightSplit.Column, bias: bias);
        inside.Plain(WeightComponent.State, "conv", Hidden, kernel, WeightSplit.Column, bias: bias);
        inside.Linear(WeightComponent.State, "out_proj", Hidden, Hidden, WeightSplit.Row, bias: bias);
    }

    private bool Attends(long layer) => Config.FindIntegers("full_attn_idxs") is IReadOnlyList<long> indices && !Config.HasList("layer_types")
        ? indices.Contains(layer)
        : Kinds[layer] == LayerKind.Full;
}
