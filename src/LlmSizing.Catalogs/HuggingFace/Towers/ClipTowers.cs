namespace LlmSizing;

/// <summary>CLIP, SigLIP and Pixtral towers with the projectors of Llava, Gemma 3, PaliGemma and Mistral 3.</summary>
internal static class ClipTowers
{
    public static void Clip(HfConfig config, TowerContext context)
    {
        ModulePart part = context.Part("vision_tower.");
        long hidden = config.Integer(1024, "hidden_size");
        AddClip(part, config.Integer(24, "num_hidden_layers"), hidden, config.Integer(4 * hidden, "intermediate_size"), config.Integer(14, "patch_size"), config.Integer(336, "image_size"));
        AddProjector(context, hidden);
    }

    public static void Siglip(HfConfig config, TowerContext context)
    {
        ModulePart part = context.Part("vision_tower.");
        long hidden = config.Integer(1152, "hidden_size");
        long intermediate = config.Integer(4304, "intermediate_size");
        AddSiglip(part, config.Integer(27, "num_hidden_layers"), hidden, intermediate, config.Integer(14, "patch_size"), config.Integer(384, "image_size"), config.Flag(false, "vision_use_head"));
        string owner = context.Root.FindText("model_type") ?? "";
        if (owner is "gemma3")
        {
            part.Tower("mm_input_projection", context.TextHidden, hidden, WeightSplit.Column);
            part.Tower("mm_soft_emb_norm", hidden, 1);
        }
        else if (owner is "paligemma")
        {
            part.Tower("linear", context.TextHidden, hidden, WeightSplit.Column, bias: true);
        }
        else if (context.Root.FindInteger("scale_factor") is long scale)
        {
            // Idefics 3 and SmolVLM: patches are shuffled together before the projection.
            part.Tower("connector", context.TextHidden, hidden * scale * scale, WeightSplit.Column);
        }
        else
        {
            AddProjector(context, hidden);
        }
    }

    public static void Pixtral(HfConfig config, TowerContext context)
    {
        ModulePart part = context.Part("vision_tower.");
        long hidden = config.Integer(1024, "hidden_size");
        long patch = config.Integer(16, "patch_size");
        new TransformerTower(config.Integer(24, "num_hidden_layers"), hidden, config.Integer(4096, "intermediate_size"))
        {
            IsGated = true, AttentionBias = false, MlpBias = false, NormBias = false,
        }.AddTo(part);
        part.Tower("patch_conv", hidden, 3 * patch * patch);
        part.Tower("ln_pre", hidden, 1);
        bool isMerged = context.Root.FindInteger("spatial_merge_size") is not null || context.Root.FindText("model_type") == "mistral3";
        if (isMerged)
        {
            long merge = context.Root.Integer(2, "spatial_merge_size");
            part.Tower("patch_merger", hidden, hidden * merge * merge);
            part.Tower("projector.norm", hidden, 1);
        }
        bool bias = context.Root.Flag(!isMerged, "multimodal_projector_bias");
        part.Tower("linear_1", context.TextHidden, hidden, WeightSplit.Column, bias: bias);
        part.Tower("linear_2", context.TextHidden, context.TextHidden, WeightSplit.Row, bias: bias);
    }

    /// <summary>A tower by its repository's name, in configs of the first Llava.</summary>
    public static void Named(string name, TowerContext context)
    {
        if (name.IndexOf("clip-vit-large-patch14", System.StringComparison.Ordinal) >= 0)
        {
            AddClip(context.Part("vision_tower."), 24, 1024, 4096, 14, name.EndsWith("336", System.StringComparison.Ordinal) ? 336 : 224);
            AddProjector(context, 1024);
            return;
        }
        if (name.IndexOf("siglip-so400m-patch14-384", System.StringComparison.Ordinal) >= 0)
        {
            AddSiglip(context.Part("vision_tower."), 27, 1152, 4304, 14, 384, hasHead: false);
            AddProjector(context, 1152);
            return;
        }
        context.Estimated($"The weights of the vision tower {Shown.Quoted(name)} are not counted.");
    }

    /// <summary>Phi-3 Vision: CLIP at 336 pixels, four patches put together and projected twice, with two separators.</summary>
    public static void Phi(TowerContext context)
    {
        AddClip(context.Part("vision_embed_tokens."), 24, 1024, 4096, 14, 336);
        ModulePart part = context.Part("img_projection.");
        part.Tower("linear_1", context.TextHidden, 4096, WeightSplit.Column, bias: true);
        part.Tower("linear_2", context.TextHidden, context.TextHidden, WeightSplit.Row, bias: true);
        part.Tower("separators", 4096, 1, copies: 2);
    }

    /// <summary>SigLIP towers as DeepSeek's configs describe them: by a name of timm, with or without sizes.</summary>
    public static void Described(HfConfig config, TowerContext context)
    {
        HfConfig parameters = config.FindObject("params") ?? config;
        string name = parameters.FindText("model_name") ?? "";
        bool isLarge = name.StartsWith("siglip_large_patch16", System.StringComparison.Ordinal);
        if (!isLarge && !name.StartsWith("siglip_so400m_patch14", System.StringComparison.Ordinal))
        {
            context.Estimated($"The weights of the vision tower {Shown.Quoted(name)} are not counted.");
            return;
        }
        long hidden = isLarge ? 1024 : config.Integer(1152, "width");
        AddSiglip(context.Part("vision."), isLarge ? 24 : config.Integer(27, "layers"), hidden, isLarge ? 4096 : 4304, isLarge ? 16 : 14, parameters.Integer(384, "image_size"), hasHead: true);
        if (context.Root.Has("gen_vision_config"))
        {
            OtherTowers.Janus(context, hidden);
        }
        else
        {
            // Two by two patches are put together and projected twice, with a line's and a view's separator.
            ModulePart part = context.Part("projector.");
            part.Tower("layers.0", context.TextHidden, 4 * hidden, WeightSplit.Column, bias: true);
            part.Tower("layers.2", context.TextHidden, context.TextHidden, WeightSplit.Row, bias: true);
            part.Tower("separators", context.TextHidden, 1, copies: 2);
        }
    }

    public static void AddSiglip(ModulePart part, long layers, long hidden, long intermediate, long patch, long image, bool hasHead)
    {
        new TransformerTower(layers, hidden, intermediate).AddTo(part);
        part.Tower("patch_embedding", hidden, 3 * patch * patch, bias: true);
        part.Tower("position_embedding", Patches(image, patch), hidden);
        part.Tower("post_layernorm", hidden, 1, bias: true);
        if (hasHead)
        {
            // Attention pooling: a probe, one attention, one MLP.
            part.Tower("head.probe", hidden, 1);
            part.Tower("head.norm", hidden, 1, bias: true);
            part.Tower("head.attention", 4 * hidden, hidden, bias: true);
            part.Tower("head.fc1", intermediate, hidden, bias: true);
            part.Tower("head.fc2", hidden, intermediate, bias: true);
        }
    }

    private static void AddClip(ModulePart part, long layers, long hidden, long intermediate, long patch, long image)
    {
        new TransformerTower(layers, hidden, intermediate).AddTo(part);
        part.Tower("class_embedding", hidden, 1);
        part.Tower("patch_embedding", hidden, 3 * patch * patch);
        part.Tower("position_embedding", Patches(image, patch) + 1, hidden);
        part.Tower("outer_layernorm", hidden, 1, copies: 2, bias: true);
    }

    private static void AddProjector(TowerContext context, long hidden)
    {
        ModulePart part = context.Part("multi_modal_projector.");
        part.Tower("linear_1", context.TextHidden, hidden, WeightSplit.Column, bias: true);
        part.Tower("linear_2", context.TextHidden, context.TextHidden, WeightSplit.Row, bias: true);
    }

    private static long Patches(long image, long patch)
    {
        long side = image / System.Math.Max(1, patch);
        return System.Math.Max(1, side * side);
    }
}
