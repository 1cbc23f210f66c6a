using System.Collections.Generic;

namespace LlmSizing;

/// <summary>Decoders that differ from Llama in flags alone, one line each.</summary>
/// <remarks>Biases, norms and the default of tie_word_embeddings: the modelling files and config classes of huggingface/transformers, or of the model's own repository.</remarks>
internal static class LlamaLikeArchitectures
{
    private static readonly string[] FourNorms = ["input_layernorm", "post_attention_layernorm", "pre_feedforward_layernorm", "post_feedforward_layernorm"];
    private static readonly string[] PostNorms = ["post_attention_layernorm", "post_feedforward_layernorm"];
    private static readonly string[] OneNorm = ["input_layernorm"];
    private static readonly string[] MixtralNames = ["w1", "w3", "w2"];

    private static readonly IReadOnlyDictionary<string, long> Llama7B = new Dictionary<string, long>
    {
        ["hidden_size"] = 4096, ["intermediate_size"] = 11008, ["num_hidden_layers"] = 32, ["num_attention_heads"] = 32, ["vocab_size"] = 32000, ["max_position_embeddings"] = 2048,
    };

    private static readonly IReadOnlyDictionary<string, long> Mistral7B = new Dictionary<string, long>
    {
        ["hidden_size"] = 4096, ["intermediate_size"] = 14336, ["num_hidden_layers"] = 32, ["num_attention_heads"] = 32, ["num_key_value_heads"] = 8, ["vocab_size"] = 32000,
        ["max_position_embeddings"] = 131072,
    };

    private static readonly IReadOnlyDictionary<string, long> Gemma3Text = new Dictionary<string, long>
    {
        ["hidden_size"] = 2304, ["intermediate_size"] = 9216, ["num_hidden_layers"] = 26, ["num_attention_heads"] = 8, ["num_key_value_heads"] = 4, ["head_dim"] = 256,
        ["vocab_size"] = 262208, ["max_position_embeddings"] = 131072, ["sliding_window"] = 4096,
    };

    public static IReadOnlyList<HfArchitecture> All { get; } =
    [
        new("LlamaForCausalLM", "llama", "llama", Llama, defaults: Llama7B),
        new("MistralForCausalLM", "mistral", "mistral", _ => new DecoderTraits(), defaults: Mistral7B),
        new("MinistralForCausalLM", "ministral", "mistral", _ => new DecoderTraits()),
        new("Ministral3ForCausalLM", "ministral3", "mistral", _ => new DecoderTraits()),
        new("MixtralForCausalLM", "mixtral", "mixtral", _ => new DecoderTraits { MoeModule = "block_sparse_moe", MlpNames = MixtralNames }),
        new("Qwen2ForCausalLM", "qwen2", "qwen2", Qwen2),
        new("Qwen2MoeForCausalLM", "qwen2_moe", "qwen2", Qwen2Moe),
        new("Qwen3ForCausalLM", "qwen3", "qwen3", Qwen3),
        new("Qwen3MoeForCausalLM", "qwen3_moe", "qwen3", Qwen3),
        new("GemmaForCausalLM", "gemma", "gemma", config => Biased(config, new DecoderTraits { IsTied = true, Front = "model." })),
        new("Gemma2ForCausalLM", "gemma2", "gemma2", config => Biased(config, new DecoderTraits { IsTied = true, Norms = FourNorms, Slides = layer => layer % 2 == 0 })),
        new("Gemma3ForCausalLM", "gemma3_text", "gemma3", Gemma3, defaults: Gemma3Text),
        new("Phi3ForCausalLM", "phi3", "phi", _ => new DecoderTraits()),
    ];

    private static DecoderTraits Llama(HfConfig config) => Biased(config, new DecoderTraits { MlpBias = config.Flag(false, "mlp_bias") });

    private static DecoderTraits Biased(HfConfig config, DecoderTraits traits)
    {
        bool bias = config.Flag(false, "attention_bias", "bias");
        traits.QkvBias = bias;
        traits.OutputBias = bias;
        return traits;
    }

    private static DecoderTraits Qwen2(HfConfig config)
    {
        long first = config.Integer(0, "max_window_layers");
        return new DecoderTraits { QkvBias = true, UsesWindow = config.Flag(false, "use_sliding_window"), Slides = layer => layer >= first };
    }

    private static DecoderTraits Qwen2Moe(HfConfig config)
    {
        DecoderTraits traits = Qwen2(config);
        traits.QkvBias = config.Flag(true, "qkv_bias");
        traits.SharedExpertModule = "shared_expert";
        traits.HasSharedExpertGate = true;
        return traits;
    }

    private static DecoderTraits Qwen3(HfConfig config)
    {
        DecoderTraits traits = Biased(config, Qwen2(config));
        traits.QkNorm = QueryKeyNorm.Head;
        return traits;
    }

    // Every sixth layer attends to all (sliding_window_pattern).
    private static DecoderTraits Gemma3(HfConfig config)
    {
        long pattern = config.Integer(6, "sliding_window_pattern", "_sliding_window_pattern");
        return Biased(config, new DecoderTraits { IsTied = true, Norms = FourNorms, QkNorm = QueryKeyNorm.Head, Slides = layer => pattern > 0 && (layer + 1) % pattern != 0 });
    }
}
