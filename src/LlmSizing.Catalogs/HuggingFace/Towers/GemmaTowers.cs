namespace LlmSizing;

/// <summary>The vision towers of Gemma 3n and Gemma 4.</summary>
internal static class GemmaTowers
{
    private const long MobileNetParameters = 294_284_096;

    public static void Vision(HfConfig config, TowerContext context)
    {
        ModulePart part = context.Part("vision_tower.");
        long hidden = config.Integer(768, "hidden_size");
        long patch = config.Integer(16, "patch_size");
        long headDim = config.Integer(64, "head_dim");
        new TransformerTower(config.Integer(16, "num_hidden_layers"), hidden, config.Integer(3072, "intermediate_size"))
        {
            Inner = config.Integer(12, "num_attention_heads") * headDim, IsGated = true, AttentionBias = false, MlpBias = false, NormBias = false, Norms = 4, QkNorm = headDim,
        }.AddTo(part);
        part.Tower("input_proj", hidden, 3 * patch * patch);
        part.Tower("position_embedding_table", 2 * config.Integer(10240, "position_embedding_size"), hidden);
        if (config.Flag(false, "standardize"))
        {
            part.Tower("standard", hidden, 1, copies: 2);
        }
        part.Tower("embedding_projection", context.TextHidden, hidden, WeightSplit.Column);
    }

    // The config names it only (timm's mobilenetv5_300m_enc).
    public static void MobileNet(HfConfig config, TowerContext context)
    {
        ModulePart part = context.Part("vision_tower.");
        long hidden = config.Integer(2048, "hidden_size");
        part.Tower("mobilenet_v5", MobileNetParameters, 1);
        part.Tower("embedding", config.Integer(128, "vocab_size"), hidden);
        part.Tower("embedding_norms", hidden, 1, copies: 2);
        part.Tower("embedding_projection", context.TextHidden, hidden, WeightSplit.Column);
        context.Estimated("The vision tower is counted as timm's mobilenetv5_300m_enc, whose shape the config does not say.");
    }
}
