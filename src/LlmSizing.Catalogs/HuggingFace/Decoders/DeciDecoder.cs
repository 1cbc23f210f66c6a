using System.Collections.Generic;

namespace LlmSizing;

/// <summary>Nemotron-NAS (DeciLM): block_configs say for each layer whether it attends, with how many heads, and how wide its MLP is.</summary>
internal sealed class DeciDecoder : Decoder
{
    private const long Multiple = 256;
    private readonly IReadOnlyList<HfConfig> blocks;

    public DeciDecoder(ImportContext context, DecoderTraits traits)
        : base(context, traits)
    {
        blocks = Config.FindObjects("block_configs") ?? throw Config.Missing("block_configs");
        if (blocks.Count < Layers)
        {
            throw new ImportException("block_configs has fewer items than there are layers.", Config.PathOf("block_configs"));
        }
    }

    /// <summary>The widest of the layers.</summary>
    public override long Intermediate
    {
        get
        {
            long widest = 0;
            for (int layer = 0; layer < Layers; layer++)
            {
                widest = System.Math.Max(widest, WidthOf(blocks[layer].FindObject("ffn")));
            }
            return widest;
        }
    }

    protected override void AddLayer(long layer, ModulePart part, CacheLayers cache)
    {
        HfConfig attention = blocks[(int)layer].FindObject("attention") ?? throw blocks[(int)layer].Missing("attention");
        HfConfig? mlp = blocks[(int)layer].FindObject("ffn");
        if (!attention.Flag(false, "no_op"))
        {
            part.Norm("input_layernorm", Hidden);
            AddAttention(layer, part, cache, attention);
        }
        if (mlp is not null && !mlp.Flag(false, "no_op"))
        {
            part.Norm("post_attention_layernorm", Hidden);
            AddMlp(part, mlp);
        }
    }

    private void AddAttention(long layer, ModulePart part, CacheLayers cache, HfConfig attention)
    {
        if (attention.Flag(false, "replace_with_linear"))
        {
            part.Inside("self_attn").Linear(WeightComponent.Attention, "linear_attn", Hidden, Hidden, WeightSplit.Column);
            return;
        }
        long group = attention.FindInteger("n_heads_in_group") ?? Heads / attention.Integer("num_key_value_heads");
        long heads = group > 0 && Heads % group == 0 ? Heads / group : throw new ImportException("n_heads_in_group does not divide the heads.", attention.PathOf("n_heads_in_group"));
        cache.Full(layer, heads, HeadDim);
        new AttentionBlock(Hidden, Heads, heads, HeadDim).AddTo(part, Traits);
    }

    private void AddMlp(ModulePart part, HfConfig mlp)
    {
        if (mlp.Flag(false, "replace_with_linear"))
        {
            part.Inside("mlp").Linear(WeightComponent.Mlp, "linear_mlp", Hidden, Hidden, WeightSplit.Column);
        }
        else
        {
            MlpBlock.Add(part.Inside("mlp"), WeightComponent.Mlp, Traits, Hidden, WidthOf(mlp), bias: Traits.MlpBias);
        }
    }

    // Two thirds of four times the hidden size, times the block's factor, up to a multiple of 256 (its modeling_decilm.py).
    private long WidthOf(HfConfig? mlp)
    {
        if (mlp is null || mlp.Flag(false, "no_op") || mlp.Flag(false, "replace_with_linear"))
        {
            return 0;
        }
        if (mlp.FindInteger("intermediate_size") is long width)
        {
            return width;
        }
        double factor = mlp.FindNumber("ffn_mult") ?? throw mlp.Missing("ffn_mult");
        if (factor is not (> 0 and < 1000))
        {
            throw new ImportException("ffn_mult is out of its range, 0 to 1000.", mlp.PathOf("ffn_mult"));
        }
        long raw = (long)(2 * factor * Hidden / 3);
        return (raw + Multiple - 1) / Multiple * Multiple;
    }
}
