namespace LlmSizing;

/// <summary>The vision towers of Qwen2-VL, Qwen2.5-VL, and Qwen3-VL with Qwen3.5.</summary>
internal static class QwenTowers
{
    public static void Qwen2(HfConfig config, TowerContext context)
    {
        ModulePart part = context.Part("visual.");
        long hidden = config.Integer(1280, "embed_dim");
        long ratio = config.Integer(4, "mlp_ratio");
        new TransformerTower(config.Integer(32, "depth"), hidden, ratio * hidden).AddTo(part);
        part.Tower("patch_embed", hidden, Pixels(config, 14));
        long merged = Merged(config, hidden);
        part.Tower("merger.ln_q", hidden, 1, bias: true);
        part.Tower("merger.mlp.0", merged, merged, WeightSplit.Column, bias: true);
        part.Tower("merger.mlp.2", config.Integer(context.TextHidden, "hidden_size"), merged, WeightSplit.Row, bias: true);
    }

    public static void Qwen25(HfConfig config, TowerContext context)
    {
        ModulePart part = context.Part("visual.");
        long hidden = config.Integer(1280, "hidden_size");
        new TransformerTower(config.Integer(32, "depth"), hidden, config.Integer(3420, "intermediate_size")) { IsGated = true, NormBias = false }.AddTo(part);
        part.Tower("patch_embed", hidden, Pixels(config, 14));
        long merged = Merged(config, hidden);
        part.Tower("merger.ln_q", hidden, 1);
        part.Tower("merger.mlp.0", merged, merged, WeightSplit.Column, bias: true);
        part.Tower("merger.mlp.2", config.Integer(context.TextHidden, "out_hidden_size"), merged, WeightSplit.Row, bias: true);
    }

    // One merger at the end, and one for each layer whose features go into the decoder's first layers.
    public static void Qwen3(HfConfig config, TowerContext context)
    {
        ModulePart part = context.Part("visual.");
        long hidden = config.Integer(1152, "hidden_size");
        long output = config.Integer(context.TextHidden, "out_hidden_size");
        new TransformerTower(config.Integer(27, "depth"), hidden, config.Integer(4304, "intermediate_size")).AddTo(part);
        part.Tower("patch_embed", hidden, Pixels(config, 16), bias: true);
        part.Tower("pos_embed", config.Integer(2304, "num_position_embeddings"), hidden);
        long merged = Merged(config, hidden);
        long deep = config.FindIntegers("deepstack_visual_indexes")?.Count ?? 0;
        part.Tower("merger.norm", hidden, 1, bias: true);
        part.Tower("merger.linear_fc1", merged, merged, WeightSplit.Column, 1 + deep, true);
        part.Tower("merger.linear_fc2", output, merged, WeightSplit.Row, 1 + deep, true);
        if (deep > 0)
        {
            part.Tower("deepstack_merger.norm", merged, 1, copies: deep, bias: true);
        }
    }

    private static long Pixels(HfConfig config, long patch)
    {
        long side = config.Integer(patch, "patch_size");
        return config.Integer(3, "in_channels", "in_chans") * config.Integer(2, "temporal_patch_size") * side * side;
    }

    private static long Merged(HfConfig config, long hidden)
    {
        long merge = config.Integer(2, "spatial_merge_size");
        return hidden * merge * merge;
    }
}
