namespace LlmSizing;

/// <summary>The vision towers of Kimi, GLM-4V, InternVL and Janus, and of models that are not known.</summary>
internal static class OtherTowers
{
    public static void MoonVit(HfConfig config, TowerContext context)
    {
        ModulePart part = context.Part("vision_tower.");
        long hidden = config.Integer("vt_hidden_size", "hidden_size");
        long patch = config.Integer(14, "patch_size");
        bool isPlain = !config.Flag(true, "linear_bias");
        bool normBias = config.FindText("norm_type") != "rmsnorm";
        new TransformerTower(config.Integer("vt_num_hidden_layers", "num_hidden_layers"), hidden, config.Integer("vt_intermediate_size", "intermediate_size"))
        {
            Inner = config.FindInteger("qkv_hidden_size"), AttentionBias = config.Flag(true, "attn_bias"), MlpBias = !isPlain, NormBias = normBias,
        }.AddTo(part);
        part.Tower("patch_embed", hidden, 3 * patch * patch, bias: config.Flag(true, "patch_embed_proj_bias"));
        part.Tower("pos_emb", config.Integer(64, "init_pos_emb_height") * config.Integer(64, "init_pos_emb_width"), hidden);
        part.Tower("final_layernorm", hidden, 1, bias: normBias);
        long merged = 4 * hidden;
        part.Tower("mm_projector.pre_norm", hidden, 1, bias: normBias);
        part.Tower("mm_projector.0", merged, merged, WeightSplit.Column, bias: true);
        part.Tower("mm_projector.2", context.TextHidden, merged, WeightSplit.Row, bias: true);
    }

    public static void Glm4V(HfConfig config, TowerContext context)
    {
        ModulePart part = context.Part("visual.");
        long hidden = config.Integer(1536, "hidden_size");
        long output = config.Integer(context.TextHidden, "out_hidden_size");
        long wide = config.Integer(13696, "intermediate_size");
        long patch = config.Integer(14, "patch_size");
        long side = config.Integer(336, "image_size") / System.Math.Max(1, patch);
        bool bias = config.Flag(false, "attention_bias");
        new TransformerTower(config.Integer(24, "depth"), hidden, output) { IsGated = true, AttentionBias = bias, MlpBias = false, NormBias = false }.AddTo(part);
        part.Tower("patch_embed", hidden, 3 * config.Integer(2, "temporal_patch_size") * patch * patch, bias: true);
        part.Tower("position_embedding", side * side, hidden);
        part.Tower("outer_layernorm", hidden, 1, copies: 2);
        part.Tower("downsample", output, hidden * 4, bias: true);
        part.Tower("merger.proj", output, output);
        part.Tower("merger.norm", output, 1, bias: true);
        part.Tower("merger.gate_up_proj", 2 * wide, output, WeightSplit.Column);
        part.Tower("merger.down_proj", output, wide, WeightSplit.Row);
    }

    public static void InternVit(HfConfig config, TowerContext context)
    {
        ModulePart part = context.Part("vision_model.");
        long hidden = config.Integer(1024, "hidden_size");
        long layers = config.Integer(24, "num_hidden_layers");
        long patch = config.Square("patch_size", 14);
        long image = config.Square("image_size", 448);
        bool normBias = config.FindText("norm_type") != "rms_norm";
        var tower = new TransformerTower(layers, hidden, config.Integer(4096, "intermediate_size")) { NormBias = normBias, AttentionBias = config.Flag(true, "qkv_bias", "attention_bias") };
        tower.AddTo(part);
        part.Tower("layer_scales", hidden, 1, copies: 2 * layers);
        part.Tower("class_embedding", hidden, 1);
        part.Tower("patch_embedding", hidden, 3 * patch * patch, bias: true);
        long side = image / System.Math.Max(1, patch);
        part.Tower("position_embedding", (side * side) + 1, hidden);
        part.Tower("mlp1.norm", 4 * hidden, 1, bias: true);
        part.Tower("mlp1.1", context.TextHidden, 4 * hidden, WeightSplit.Column, bias: true);
        part.Tower("mlp1.3", context.TextHidden, context.TextHidden, WeightSplit.Row, bias: true);
    }

    /// <summary>Janus draws images too: an embedding of their codes, an aligner and a head, and the decoder of the codes.</summary>
    public static void Janus(TowerContext context, long hidden)
    {
        ModulePart part = context.Part("aligner.");
        long text = context.TextHidden;
        part.Tower("aligner.0", text, hidden, bias: true);
        part.Tower("aligner.2", text, text, bias: true);
        HfConfig? head = context.Root.FindObject("gen_head_config")?.FindObject("params");
        HfConfig? vision = context.Root.FindObject("gen_vision_config")?.FindObject("params");
        long codes = head?.Integer(16384, "image_token_size") ?? 16384;
        long dim = vision?.Integer(8, "n_embed") ?? 8;
        part.Tower("gen_embed", codes, dim);
        part.Tower("gen_aligner.0", text, dim, bias: true);
        part.Tower("gen_aligner.2", text, text, bias: true);
        part.Tower("gen_head.output_mlp_projector", text, text, bias: true);
        part.Tower("gen_head.vision_head", codes, text, bias: true);
        context.Estimated("The decoder of image codes (gen_vision_config) is not counted: the config names it and does not say its shape.");
    }

    /// <summary>A tower of a type that is not known: its layers are counted by the usual fields, and said to be an estimate.</summary>
    public static void Unknown(HfConfig config, TowerContext context)
    {
        long? hidden = config.FindInteger("hidden_size", "embed_dim", "width");
        long? layers = config.FindInteger("num_hidden_layers", "depth", "layers");
        string type = Shown.Quoted(config.FindText("model_type") ?? "");
        if (hidden is not > 0 || layers is not > 0)
        {
            context.Estimated($"The weights of the vision tower {type} are not counted.");
            return;
        }
        new TransformerTower(layers.Value, hidden.Value, config.Integer(4 * hidden.Value, "intermediate_size")).AddTo(context.Part("vision_tower."));
        context.Estimated($"The vision tower {type} is counted as a plain transformer, without its projector.");
    }
}
