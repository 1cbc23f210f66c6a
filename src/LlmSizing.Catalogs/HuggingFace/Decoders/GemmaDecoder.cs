using System;

namespace LlmSizing;

/// <summary>Gemma 3n and Gemma 4: layers that read another layer's cache, embeddings of each layer, heads of another size in layers that attend to all.</summary>
internal sealed class GemmaDecoder : Decoder
{
    private readonly bool isThird;
    private readonly long perLayer;
    private readonly long firstShared;

    public GemmaDecoder(ImportContext context, DecoderTraits traits, bool isThird)
        : base(context, traits)
    {
        this.isThird = isThird;
        perLayer = Config.Integer(256, "hidden_size_per_layer_input");
        firstShared = Layers - Math.Min(Layers, Config.Integer(0, "num_kv_shared_layers"));
    }

    public override long Intermediate => Config.HasList("intermediate_size") ? Widths()[0] : base.Intermediate;

    public override void Build()
    {
        ModulePart outside = Checkpoint.Outside();
        if (perLayer > 0)
        {
            outside.Plain(WeightComponent.Embedding, "embed_tokens_per_layer", Config.Integer(262144, "vocab_size_per_layer_input"), Layers * perLayer, WeightSplit.Vocabulary);
            outside.Linear(WeightComponent.Other, "per_layer_model_projection", Layers * perLayer, Hidden, WeightSplit.Replicated);
            outside.Norm("per_layer_projection_norm", perLayer);
        }
        if (isThird)
        {
            long altup = Config.Integer(4, "altup_num_inputs");
            outside.Linear(WeightComponent.Other, "altup_projections", Hidden, Hidden, WeightSplit.Replicated, copies: altup - 1);
            outside.Linear(WeightComponent.Other, "altup_unembed_projections", Hidden, Hidden, WeightSplit.Replicated, copies: altup - 1);
        }
        base.Build();
    }

    protected override void AddLayer(long layer, ModulePart part, CacheLayers cache)
    {
        base.AddLayer(layer, part, cache);
        if (perLayer > 0)
        {
            part.Linear(WeightComponent.Other, "per_layer_input_gate", perLayer, Hidden, WeightSplit.Replicated);
            part.Linear(WeightComponent.Other, "per_layer_projection", Hidden, perLayer, WeightSplit.Replicated);
            part.Norm("post_per_layer_input_norm", Hidden);
        }
        if (isThird)
        {
            AddThird(part);
        }
        else
        {
            part.Vector(WeightComponent.Other, "layer_scalar", 1);
        }
    }

    protected override void AddMixer(long layer, ModulePart part, CacheLayers cache)
    {
        bool isFull = Kinds[layer] == LayerKind.Full || layer == Layers - 1;
        bool sharesValue = !isThird && isFull && Config.Flag(false, "attention_k_eq_v");
        long heads = sharesValue ? Config.Integer(KeyValueHeads, "num_global_key_value_heads") : KeyValueHeads;
        long dim = !isThird && isFull ? Config.Integer(512, "global_head_dim") : HeadDim;
        bool isShared = layer >= firstShared && firstShared > 0;
        if (isShared)
        {
            cache.Shared(layer);
        }
        else
        {
            AddCache(isFull ? LayerKind.Full : Kinds[layer], layer, cache, heads, dim, null);
        }
        // Checkpoints hold the keys and values of layers that share, too.
        new AttentionBlock(Hidden, Heads, heads, dim) { SharesKeyAndValue = sharesValue }.AddTo(part, Traits);
    }

    protected override void AddFeedForward(long layer, ModulePart part)
    {
        bool isWide = Config.Flag(false, "use_double_wide_mlp") && layer >= firstShared && firstShared > 0;
        long width = Config.HasList("intermediate_size") ? Widths()[(int)layer] : Intermediate;
        MlpBlock.Add(part.Inside(Traits.MlpModule), WeightComponent.Mlp, Traits, Hidden, isWide ? 2 * width : width);
        if (Moe is not null && Config.Flag(false, "enable_moe_block"))
        {
            Moe.AddTo(part, Traits);
            part.Vector(WeightComponent.Router, "scale", Hidden);
            part.Vector(WeightComponent.Router, "per_expert_scale", Moe.Experts);
            part.Norm("post_feedforward_layernorm_1", Hidden);
            part.Norm("post_feedforward_layernorm_2", Hidden);
            part.Norm("pre_feedforward_layernorm_2", Hidden);
        }
    }

    // Gemma 3n's alternating updates (arXiv 2301.13310) and learned augmented residual layers (arXiv 2411.07501).
    private void AddThird(ModulePart part)
    {
        long altup = Config.Integer(4, "altup_num_inputs");
        long rank = Config.Integer(64, "laurel_rank");
        part.Vector(WeightComponent.Other, "correct_output_scale", Hidden);
        part.Linear(WeightComponent.Other, "correction_coefs", altup, altup, WeightSplit.Replicated);
        part.Linear(WeightComponent.Other, "prediction_coefs", altup * altup, altup, WeightSplit.Replicated);
        part.Linear(WeightComponent.Other, "modality_router", altup, Hidden, WeightSplit.Replicated);
        part.Norm("router_norm", Hidden);
        part.Linear(WeightComponent.Other, "linear_left", rank, Hidden, WeightSplit.Replicated);
        part.Linear(WeightComponent.Other, "linear_right", Hidden, rank, WeightSplit.Replicated);
        part.Norm("post_laurel_norm", Hidden);
    }

    private long[] Widths()
    {
        long[] widths = [.. Config.FindIntegers("intermediate_size")!];
        return widths.Length >= Layers ? widths : throw new ImportException("intermediate_size has fewer items than there are layers.", Config.PathOf("intermediate_size"));
    }
}
