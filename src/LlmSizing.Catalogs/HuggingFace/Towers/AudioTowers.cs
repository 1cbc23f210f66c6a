namespace LlmSizing;

/// <summary>Audio towers: Gemma's conformers and Whisper's encoder with the projectors of Qwen and Ultravox.</summary>
internal static class AudioTowers
{
    public static void Add(HfConfig config, TowerContext context)
    {
        switch (config.FindText("model_type"))
        {
            case "gemma3n_audio":
                Conformer(config, context, config.Integer(12, "conf_num_hidden_layers"), config.Integer(1536, "hidden_size"), config.Integer(5, "conf_conv_kernel_size"), isThird: true);
                break;
            case "gemma4_audio":
                Conformer(config, context, config.Integer(12, "num_hidden_layers"), config.Integer(1024, "hidden_size"), config.Integer(5, "conv_kernel_size"), isThird: false);
                break;
            case "whisper" or "qwen2_audio_encoder" or "qwen2_5_omni_audio_encoder" or "qwen3_omni_moe_audio_encoder":
                Whisper(config, context);
                break;
            default:
                context.Estimated("The weights of the audio tower are not counted.");
                break;
        }
    }

    // Gulati et al. 2020, arXiv 2005.08100: two half feed-forwards around attention and a convolution.
    private static void Conformer(HfConfig config, TowerContext context, long layers, long hidden, long kernel, bool isThird)
    {
        ModulePart part = context.AudioPart("audio_tower.");
        part.Tower("feed_forward.1", 4 * hidden, hidden, WeightSplit.Column, 2 * layers);
        part.Tower("feed_forward.2", hidden, 4 * hidden, WeightSplit.Row, 2 * layers);
        part.Tower("qkv", 3 * hidden, hidden, WeightSplit.Column, layers);
        part.Tower("post", hidden, hidden, WeightSplit.Row, layers);
        part.Tower("relative_k_proj", hidden, hidden, copies: layers);
        part.Tower("linear_start", 2 * hidden, hidden, WeightSplit.Column, layers);
        part.Tower("linear_end", hidden, hidden, WeightSplit.Row, layers);
        part.Tower("depthwise_conv1d", hidden, kernel, copies: layers);
        part.Tower("norm", hidden, 1, copies: 9 * layers);
        part.Tower("input_proj", hidden, 32 * 32);
        long output = config.Integer(hidden, "output_proj_dims");
        if (isThird)
        {
            part.Tower("embedding", config.Integer(128, "vocab_size"), hidden);
            part.Tower("embedding_norms", hidden, 1, copies: 2);
        }
        else
        {
            part.Tower("output_proj", output, hidden, bias: true);
        }
        part.Tower("embedding_projection", context.TextHidden, output, WeightSplit.Column);
    }

    private static void Whisper(HfConfig config, TowerContext context)
    {
        ModulePart part = context.AudioPart("audio_tower.");
        long hidden = config.Integer(1280, "d_model");
        new TransformerTower(config.Integer(32, "encoder_layers", "num_hidden_layers"), hidden, config.Integer(5120, "encoder_ffn_dim")).AddTo(part);
        part.Tower("conv1", hidden, 3 * config.Integer(128, "num_mel_bins"), bias: true);
        part.Tower("conv2", hidden, 3 * hidden, bias: true);
        part.Tower("position_embedding", config.Integer(1500, "max_source_positions"), hidden);
        part.Tower("norm_post", hidden, 1, bias: true);
        part.Tower("projector", context.TextHidden, config.Integer(hidden, "output_dim"), WeightSplit.Column, bias: true);
    }
}
