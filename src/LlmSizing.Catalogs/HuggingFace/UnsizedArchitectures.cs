using System;
using System.Linq;

namespace LlmSizing;

/// <summary>Files and models that keep no KV cache: refused with the reason.</summary>
internal static class UnsizedArchitectures
{
    private static readonly string[] Encoders =
        ["bert", "roberta", "xlm-roberta", "distilbert", "albert", "deberta", "deberta-v2", "electra", "mpnet", "modernbert", "nomic_bert", "new", "jina_bert", "camembert", "bge", "esm", "longformer", "funnel", "xlnet"];

    private static readonly string[] Towers =
        ["clip", "clip_vision_model", "clip_text_model", "siglip", "siglip2", "siglip_vision_model", "vit", "vit_mae", "dinov2", "swin", "resnet", "convnext", "wav2vec2", "hubert", "wavlm", "whisper_encoder", "deit", "beit"];

    /// <exception cref="ImportException">The file describes no model that keeps a KV cache.</exception>
    public static void Check(HfConfig root, HfConfig? text, string? className, string? modelType)
    {
        if (className is null && modelType is null && text is null)
        {
            throw new ImportException(ReasonOf(root), "architectures");
        }
        string name = className ?? modelType ?? "";
        if (modelType is not null && Encoders.Contains(modelType) && !root.Flag(false, "is_decoder"))
        {
            throw new ImportException($"{Shown.Plain(name)} is an encoder: it reads a text at once and keeps no KV cache, so there is nothing to size.", "architectures");
        }
        if (IsBidirectional(root))
        {
            throw new ImportException($"{Shown.Plain(name)} attends in both directions (is_causal, use_bidirectional_attention): it reads a text at once and keeps no KV cache, so there is nothing to size.", "is_causal");
        }
        if (modelType is not null && Towers.Contains(modelType))
        {
            throw new ImportException($"{Shown.Plain(name)} is a vision or audio tower without a decoder: it keeps no KV cache, so there is nothing to size.", "architectures");
        }
        if (name.EndsWith("Pipeline", StringComparison.Ordinal) || name.EndsWith("Transformer2DModel", StringComparison.Ordinal))
        {
            throw new ImportException($"{Shown.Plain(name)} is a diffusion model: it keeps no KV cache, so there is nothing to size.", "architectures");
        }
    }

    // Decoders that were turned into encoders of texts.
    private static bool IsBidirectional(HfConfig root) => root.FindFlag("is_causal") == false || root.FindFlag("use_bidirectional_attention") == true;

    private static string ReasonOf(HfConfig root)
    {
        if (root.Has("__version__") || root.Has("prompts") || root.Has("similarity_fn_name"))
        {
            return "This is the configuration of sentence-transformers, not of a model: import the config.json beside it.";
        }
        if (root.Has("quantization") && !root.Has("hidden_size"))
        {
            return "This is a hf_quant_config.json, which says how a model is quantised: import the config.json beside it.";
        }
        if (root.Has("_diffusers_version"))
        {
            return "This is the configuration of a diffusion model: it keeps no KV cache, so there is nothing to size.";
        }
        return "The config names neither architectures nor model_type: one of them is needed to know what the sizes mean.";
    }
}
