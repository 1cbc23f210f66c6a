using System.Collections.Generic;
using static LlmSizing.TraitSets;

namespace LlmSizing;

/// <summary>Dense decoders that differ from Llama in flags alone, one line each.</summary>
/// <remarks>Biases, norms and the default of tie_word_embeddings: the modelling files and config classes of huggingface/transformers, or of the model's own repository.</remarks>
internal static class LlamaLikeArchitectures
{
    private static readonly IReadOnlyDictionary<string, long> Llama7B = Defaults(
        ("hidden_size", 4096), ("intermediate_size", 11008), ("num_hidden_layers", 32), ("num_attention_heads", 32), ("vocab_size", 32000), ("max_position_embeddings", 2048));

    private static readonly IReadOnlyDictionary<string, long> Mistral7B = Defaults(
        ("hidden_size", 4096), ("intermediate_size", 14336), ("num_hidden_layers", 32), ("num_attention_heads", 32), ("num_key_value_heads", 8), ("vocab_size", 32000), ("max_position_embeddings", 131072));

    private static readonly IReadOnlyDictionary<string, long> Gemma2B = Defaults(
        ("hidden_size", 3072), ("intermediate_size", 24576), ("num_hidden_layers", 28), ("num_attention_heads", 16), ("num_key_value_heads", 16), ("head_dim", 256), ("vocab_size", 256000),
        ("max_position_embeddings", 8192));

    private static readonly IReadOnlyDictionary<string, long> Gemma3Text = Defaults(
        ("hidden_size", 2304), ("intermediate_size", 9216), ("num_hidden_layers", 26), ("num_attention_heads", 8), ("num_key_value_heads", 4), ("head_dim", 256), ("vocab_size", 262208),
        ("max_position_embeddings", 131072), ("sliding_window", 4096));

    public static IReadOnlyList<HfArchitecture> All { get; } =
    [
        new("LlamaForCausalLM", "llama", "llama", Llama, defaults: Llama7B),
        new("LLaMAForCausalLM", "", "llama", Llama),
        new("AquilaForCausalLM", "aquila", "aquila", Llama),
        new("YiForCausalLM", "Yi", "yi", Llama),
        new("CwmForCausalLM", "cwm", "llama", Llama),
        new("SolarForCausalLM", "solar", "solar", config => Biased(config, new DecoderTraits { UsesWindow = false })),
        new("MiniCPMForCausalLM", "minicpm", "minicpm", config => Biased(config, new DecoderTraits { IsTied = true })),
        new("OrionForCausalLM", "orion", "orion", config => Biased(config, new DecoderTraits { NormBias = true })),
        new("BaichuanForCausalLM", "baichuan", "baichuan", _ => new DecoderTraits()),
        new("BaiChuanForCausalLM", "", "baichuan", _ => new DecoderTraits()),
        new("XverseForCausalLM", "xverse", "xverse", _ => new DecoderTraits()),
        new("InternLMForCausalLM", "internlm", "internlm", config => Biased(config, new DecoderTraits())),
        new("InternLM2ForCausalLM", "internlm2", "internlm", config => Biased(config, new DecoderTraits())),
        new("InternLM2VEForCausalLM", "", "internlm", config => Biased(config, new DecoderTraits())),
        new("InternLM3ForCausalLM", "internlm3", "internlm", InternLm3),
        new("MistralForCausalLM", "mistral", "mistral", _ => new DecoderTraits { KeyValueHeads = 8 }, defaults: Mistral7B),
        new("MinistralForCausalLM", "ministral", "mistral", _ => new DecoderTraits()),
        new("Ministral3ForCausalLM", "ministral3", "mistral", _ => new DecoderTraits(), defaults: Mistral7B),
        new("SmolLM3ForCausalLM", "smollm3", "smollm", config => Biased(config, new DecoderTraits { IsTied = true, UsesWindow = config.Flag(false, "use_sliding_window") })),
        new("Qwen2ForCausalLM", "qwen2", "qwen2", Qwen2),
        new("Qwen3ForCausalLM", "qwen3", "qwen3", Qwen3),
        new("MiMoForCausalLM", "mimo", "mimo", config => WithDraft(Qwen2(config))),
        new("GemmaForCausalLM", "gemma", "gemma", config => Biased(config, new DecoderTraits { IsTied = true, HeadDim = 256 }), defaults: Gemma2B),
        new("Gemma2ForCausalLM", "gemma2", "gemma2", config => Biased(config, new DecoderTraits { IsTied = true, HeadDim = 256, Norms = FourNorms, Slides = layer => layer % 2 == 0 })),
        new("Gemma3ForCausalLM", "gemma3_text", "gemma3", Gemma3, defaults: Gemma3Text),
        new("Phi3ForCausalLM", "phi3", "phi", _ => new DecoderTraits()),
        new("Phi3SmallForCausalLM", "phi3small", "phi", _ => throw new ImportException("Phi3SmallForCausalLM attends in blocks of its own (blocksparse), which is not known here.", "architectures")),
        new("GraniteForCausalLM", "granite", "granite", Llama),
        new("SeedOssForCausalLM", "seed_oss", "seed-oss", SeedOss),
        new("GlmForCausalLM", "glm", "glm", config => new DecoderTraits { QkvBias = config.Flag(true, "attention_bias") }),
        new("Glm4ForCausalLM", "glm4", "glm", config => new DecoderTraits { QkvBias = config.Flag(true, "attention_bias"), Norms = FourNorms }),
        new("ChatGLMModel", "chatglm", "glm", ChatGlm),
        new("ChatGLMForConditionalGeneration", "", "glm", ChatGlm),
        new("OlmoForCausalLM", "olmo", "olmo", config => Biased(config, new DecoderTraits { Norms = [], HasFinalNorm = false })),
        new("Olmo2ForCausalLM", "olmo2", "olmo", config => Biased(config, new DecoderTraits { Norms = PostNorms, QkNorm = QueryKeyNorm.AllHeads })),
        new("Olmo3ForCausalLM", "olmo3", "olmo", config => WithPattern(config, Biased(config, new DecoderTraits { Norms = PostNorms, QkNorm = QueryKeyNorm.AllHeads }), 4)),
        new("ExaoneForCausalLM", "exaone", "exaone", _ => new DecoderTraits { UsesWindow = false }),
        new("Exaone4ForCausalLM", "exaone4", "exaone", config => WithPattern(config, new DecoderTraits { Norms = PostNorms, QkNorm = QueryKeyNorm.Head }, 4)),
        new("Ernie4_5ForCausalLM", "ernie4_5", "ernie", config => Ernie(config)),
        new("Ernie4_5_ForCausalLM", "", "ernie", config => Ernie(config)),
        new("HunYuanDenseV1ForCausalLM", "hunyuan_v1_dense", "hunyuan", HunYuan),
        new("CohereForCausalLM", "cohere", "command", Cohere),
        new("Cohere2ForCausalLM", "cohere2", "command", config => WithPattern(config, Cohere(config), 4)),
        new("ArceeForCausalLM", "arcee", "arcee", config => Plain(Llama(config))),
        new("ApertusForCausalLM", "apertus", "apertus", config => Plain(Apertus(config))),
        new("NemotronForCausalLM", "nemotron", "nemotron", Nemotron),
        new("DeciLMForCausalLM", "nemotron-nas", "nemotron", Llama, (context, traits) => context.Text.Has("block_configs") ? new DeciDecoder(context, traits) : new FirstDeciDecoder(context, traits)),
        new("Starcoder2ForCausalLM", "starcoder2", "starcoder", Starcoder2),
        new("StableLmForCausalLM", "stablelm", "stablelm", StableLm),
        new("StableLMEpochForCausalLM", "stablelm_epoch", "stablelm", StableLm),
        new("PhiForCausalLM", "phi", "phi", _ => Gpt(new DecoderTraits { Norms = OneNorm, HeadBias = true })),
    ];

    private static DecoderTraits Plain(DecoderTraits traits)
    {
        traits.IsMlpGated = false;
        traits.MlpNames = UpDownNames;
        return traits;
    }

    private static DecoderTraits InternLm3(HfConfig config)
    {
        bool bias = config.Flag(false, "bias");
        return new DecoderTraits { QkvBias = config.Flag(false, "qkv_bias"), OutputBias = bias, MlpBias = bias };
    }

    // Every sixth layer attends to all.
    private static DecoderTraits Gemma3(HfConfig config) => WithPattern(config, Biased(config, new DecoderTraits { IsTied = true, HeadDim = 256, Norms = FourNorms, QkNorm = QueryKeyNorm.Head }), 6);

    private static DecoderTraits SeedOss(HfConfig config) =>
        new() { HeadDim = 128, QkvBias = config.Flag(true, "attention_bias"), OutputBias = config.Flag(false, "attention_out_bias"), MlpBias = config.Flag(false, "mlp_bias") };

    private static DecoderTraits ChatGlm(HfConfig config)
    {
        bool bias = config.Flag(false, "add_bias_linear");
        return new DecoderTraits
        {
            QkvBias = bias || config.Flag(false, "add_qkv_bias"), OutputBias = bias, MlpBias = bias, HasFinalNorm = config.Flag(true, "post_layer_norm"), Front = "transformer.encoder.",
        };
    }

    private static DecoderTraits Ernie(HfConfig config)
    {
        bool bias = config.Flag(false, "use_bias");
        return new DecoderTraits { IsTied = true, QkvBias = bias, OutputBias = bias, MlpBias = bias };
    }

    private static DecoderTraits HunYuan(HfConfig config) => Biased(config, new DecoderTraits { QkNorm = config.Flag(true, "use_qk_norm") ? QueryKeyNorm.Head : QueryKeyNorm.None });

    private static DecoderTraits Cohere(HfConfig config) =>
        Biased(config, new DecoderTraits { IsTied = true, Norms = OneNorm, QkNorm = config.Flag(false, "use_qk_norm") ? QueryKeyNorm.AllHeads : QueryKeyNorm.None });

    private static DecoderTraits Apertus(HfConfig config) => Biased(config, new DecoderTraits { QkNorm = QueryKeyNorm.Head });

    private static DecoderTraits Nemotron(HfConfig config)
    {
        DecoderTraits traits = Plain(Llama(config));
        traits.NormBias = true;
        return traits;
    }

    private static DecoderTraits Starcoder2(HfConfig config)
    {
        bool bias = config.Flag(true, "use_bias");
        return new DecoderTraits
        {
            IsTied = true, QkvBias = bias, OutputBias = bias, MlpBias = bias, NormBias = true, IsMlpGated = false, MlpNames = ["", "c_fc", "c_proj"],
        };
    }

    private static DecoderTraits StableLm(HfConfig config) => new()
    {
        QkvBias = config.Flag(false, "use_qkv_bias"), NormBias = true, Norms = config.Flag(false, "use_parallel_residual") ? OneNorm : ["input_layernorm", "post_attention_layernorm"],
        QkNorm = config.Flag(false, "qk_layernorm") ? QueryKeyNorm.AllHeads : QueryKeyNorm.None,
    };
}
