using System;
using System.Collections.Generic;

namespace LlmSizing;

/// <summary>Classes and model types that are another architecture's decoder behind towers, or without its head.</summary>
internal static class HfAliases
{
    private static readonly Dictionary<string, string> Decoders = new(StringComparer.Ordinal)
    {
        ["Qwen2VLForConditionalGeneration"] = "Qwen2ForCausalLM",
        ["Qwen2_5_VLForConditionalGeneration"] = "Qwen2ForCausalLM",
        ["qwen2_vl"] = "Qwen2ForCausalLM",
        ["qwen2_vl_text"] = "Qwen2ForCausalLM",
        ["qwen2_5_vl"] = "Qwen2ForCausalLM",
        ["qwen2_5_vl_text"] = "Qwen2ForCausalLM",
        ["qwen2_5_omni_text"] = "Qwen2ForCausalLM",
        ["qwen3_vl_text"] = "Qwen3ForCausalLM",
        ["qwen3_vl_moe_text"] = "Qwen3MoeForCausalLM",
        ["qwen3_omni_moe_text"] = "Qwen3MoeForCausalLM",
        ["glm4v_text"] = "Glm4ForCausalLM",
        ["glm4v_moe_text"] = "Glm4MoeForCausalLM",
        ["LlavaLlamaForCausalLM"] = "LlamaForCausalLM",
        ["LlavaMistralForCausalLM"] = "MistralForCausalLM",
        ["LlavaQwenForCausalLM"] = "Qwen2ForCausalLM",
        ["Phi3VForCausalLM"] = "Phi3ForCausalLM",
        ["gemma3"] = "Gemma3ForCausalLM",
        ["gemma3n"] = "Gemma3nForCausalLM",
        ["gemma4"] = "Gemma4ForCausalLM",
        ["mllama"] = "MllamaForCausalLM",
        ["llama4"] = "Llama4ForCausalLM",
        ["qwen3_5"] = "Qwen3_5ForCausalLM",
        ["qwen3_5_moe"] = "Qwen3_5MoeForCausalLM",
        ["qwen3_vl"] = "Qwen3ForCausalLM",
        ["qwen3_vl_moe"] = "Qwen3MoeForCausalLM",
        ["MiniMaxM3SparseForCausalLM"] = "MiniMaxM3ForCausalLM",
        ["MiniMaxM3VLForCausalLM"] = "MiniMaxM3ForCausalLM",
        ["minimax_m3_text"] = "MiniMaxM3ForCausalLM",
        ["minimax_m3_vl"] = "MiniMaxM3ForCausalLM",
        ["minimax_m3_vl_text"] = "MiniMaxM3ForCausalLM",
        ["deepseek_ref"] = "DeepseekV4ForCausalLM",
    };

    // The endings of classes that end at the hidden state, or give a score in place of the vocabulary's logits.
    private static readonly (string Ending, long Rows)[] Headless =
    [
        ("ForSequenceClassification", 1), ("ForTokenClassification", 2), ("ForRewardModel", 1), ("ForProcessRewardModel", 2), ("TextModel", 0), ("Model", 0),
    ];

    // Models whose decoder is another family's.
    private static readonly Dictionary<string, string> Families = new(StringComparer.Ordinal)
    {
        ["kimi_k2"] = "kimi",
        ["kimi_k25"] = "kimi",
        ["kimi_k3"] = "kimi",
        ["kimi_vl"] = "kimi",
        ["llava"] = "llava",
        ["llava_next"] = "llava",
        ["internvl_chat"] = "internvl",
        ["internvl"] = "internvl",
        ["multi_modality"] = "janus",
    };

    /// <summary>The family of a model type whose decoder is another's, or null.</summary>
    public static string? FamilyOf(string? modelType) => modelType is not null && Families.TryGetValue(modelType, out string? known) ? known : null;

    /// <summary>The class whose decoder it is, or null.</summary>
    public static string? DecoderOf(string name) => Decoders.TryGetValue(name, out string? known) ? known : null;

    /// <summary>The class that it is without the head, and the rows that it has instead; null where the name has no such ending.</summary>
    public static (string ClassName, long HeadRows)? WithoutHead(string className)
    {
        foreach ((string ending, long rows) in Headless)
        {
            if (className.EndsWith(ending, StringComparison.Ordinal))
            {
                return (className.Substring(0, className.Length - ending.Length) + "ForCausalLM", rows);
            }
        }
        return null;
    }
}
