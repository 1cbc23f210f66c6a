using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>An architecture of llama.cpp: the model class that other engines call it, and what its layers keep.</summary>
internal sealed class GgufArchitecture
{
    private static readonly string[] Encoders =
        ["bert", "modern-bert", "nomic-bert", "nomic-bert-moe", "neo-bert", "jina-bert-v2", "jina-bert-v3", "eurobert", "gemma-embedding", "llama-embed", "t5encoder"];

    private static readonly string[] Parts = ["clip", "mmproj", "eagle3", "dflash", "wavtokenizer-dec", "gemma4-assistant"];

    private GgufArchitecture(string name, string className, string family, Action<GgufConfig, CacheLayers, long> addLayer)
    {
        Name = name;
        ClassName = className;
        Family = family;
        AddLayer = addLayer;
    }

    /// <summary>Every architecture that is known, one line each.</summary>
    public static IReadOnlyList<GgufArchitecture> All { get; } =
    [
        new("llama", "LlamaForCausalLM", "llama", GgufCache.Full),
        new("llama4", "Llama4ForConditionalGeneration", "llama4", GgufCache.Llama4),
        new("deci", "DeciLMForCausalLM", "nemotron-nas", GgufCache.Full),
        new("mistral3", "Mistral3ForConditionalGeneration", "mistral", GgufCache.Full),
        new("mistral4", "Mistral4ForCausalLM", "mistral", GgufCache.Latent),
        new("qwen", "QWenLMHeadModel", "qwen", GgufCache.Full),
        new("qwen2", "Qwen2ForCausalLM", "qwen2", GgufCache.Full),
        new("qwen2moe", "Qwen2MoeForCausalLM", "qwen2", GgufCache.Full),
        new("qwen2vl", "Qwen2VLForConditionalGeneration", "qwen2", GgufCache.Full),
        new("qwen3", "Qwen3ForCausalLM", "qwen3", GgufCache.Full),
        new("qwen3moe", "Qwen3MoeForCausalLM", "qwen3", GgufCache.Full),
        new("qwen3vl", "Qwen3VLForConditionalGeneration", "qwen3", GgufCache.Full),
        new("qwen3vlmoe", "Qwen3VLMoeForConditionalGeneration", "qwen3", GgufCache.Full),
        new("qwen3next", "Qwen3NextForCausalLM", "qwen3-next", GgufCache.GatedDeltaNet),
        new("qwen35", "Qwen3_5ForConditionalGeneration", "qwen3.5", GgufCache.GatedDeltaNet),
        new("qwen35moe", "Qwen3_5MoeForConditionalGeneration", "qwen3.5", GgufCache.GatedDeltaNet),
        new("gemma", "GemmaForCausalLM", "gemma", GgufCache.Full),
        new("gemma2", "Gemma2ForCausalLM", "gemma2", GgufCache.Windows(2)),
        new("gemma3", "Gemma3ForCausalLM", "gemma3", GgufCache.Windows(6)),
        new("gemma3n", "Gemma3nForConditionalGeneration", "gemma3n", GgufCache.Gemma3n),
        new("gemma4", "Gemma4ForConditionalGeneration", "gemma4", GgufCache.StatedWindows),
        new("phi2", "PhiForCausalLM", "phi", GgufCache.Full),
        // llama.cpp does not apply Phi-3's window and keeps the whole context.
        new("phi3", "Phi3ForCausalLM", "phi", GgufCache.Full),
        new("phimoe", "PhiMoEForCausalLM", "phi", GgufCache.Full),
        new("deepseek", "DeepseekForCausalLM", "deepseek", GgufCache.Full),
        new("deepseek2", "DeepseekV3ForCausalLM", "deepseek", GgufCache.Latent),
        new("deepseek32", "DeepseekV32ForCausalLM", "deepseek", GgufCache.Latent),
        new("kimi-linear", "KimiLinearForCausalLM", "kimi", GgufCache.Kda),
        new("minicpm", "MiniCPMForCausalLM", "minicpm", GgufCache.Full),
        new("gpt-oss", "GptOssForCausalLM", "gpt-oss", GgufCache.Windows(2)),
        new("chatglm", "ChatGLMForConditionalGeneration", "glm", GgufCache.Full),
        new("glm4", "Glm4ForCausalLM", "glm", GgufCache.Full),
        new("glm4moe", "Glm4MoeForCausalLM", "glm", GgufCache.Full),
        new("glm-dsa", "GlmMoeDsaForCausalLM", "glm", GgufCache.Latent),
        new("granite", "GraniteForCausalLM", "granite", GgufCache.Full),
        new("granitemoe", "GraniteMoeForCausalLM", "granite", GgufCache.Full),
        new("granitehybrid", "GraniteMoeHybridForCausalLM", "granite", GgufCache.Hybrid("mamba2")),
        new("nemotron", "NemotronForCausalLM", "nemotron", GgufCache.Full),
        new("nemotron_h", "NemotronHForCausalLM", "nemotron", GgufCache.NemotronH),
        new("nemotron_h_moe", "NemotronHForCausalLM", "nemotron", GgufCache.NemotronH),
        new("jamba", "JambaForCausalLM", "jamba", GgufCache.Hybrid("mamba1")),
        new("falcon-h1", "FalconH1ForCausalLM", "falcon", GgufCache.Both),
        new("falcon", "FalconForCausalLM", "falcon", GgufCache.Full),
        new("mamba", "MambaForCausalLM", "mamba", GgufCache.Mamba("mamba1")),
        new("mamba2", "Mamba2ForCausalLM", "mamba", GgufCache.Mamba("mamba2")),
        new("lfm2", "Lfm2ForCausalLM", "lfm2", GgufCache.Hybrid("short_conv")),
        new("lfm2moe", "Lfm2MoeForCausalLM", "lfm2", GgufCache.Hybrid("short_conv")),
        new("command-r", "CohereForCausalLM", "command", GgufCache.Full),
        new("cohere2", "Cohere2ForCausalLM", "command", GgufCache.Windows(4)),
        new("olmo", "OlmoForCausalLM", "olmo", GgufCache.Full),
        new("olmo2", "Olmo2ForCausalLM", "olmo", GgufCache.Windows(4)),
        new("olmoe", "OlmoeForCausalLM", "olmo", GgufCache.Full),
        new("exaone", "ExaoneForCausalLM", "exaone", GgufCache.Full),
        new("exaone4", "Exaone4ForCausalLM", "exaone", GgufCache.Windows(4)),
        new("exaone-moe", "ExaoneMoEForCausalLM", "exaone", GgufCache.Windows(4)),
        new("starcoder2", "Starcoder2ForCausalLM", "starcoder", GgufCache.Full),
        new("starcoder", "GPTBigCodeForCausalLM", "starcoder", GgufCache.Full),
        new("seed_oss", "SeedOssForCausalLM", "seed-oss", GgufCache.Full),
        new("smollm3", "SmolLM3ForCausalLM", "smollm", GgufCache.Full),
        new("ernie4_5", "Ernie4_5ForCausalLM", "ernie", GgufCache.Full),
        new("ernie4_5-moe", "Ernie4_5_MoeForCausalLM", "ernie", GgufCache.Full),
        new("hunyuan-moe", "HunYuanMoEV1ForCausalLM", "hunyuan", GgufCache.Full),
        new("hunyuan-dense", "HunYuanDenseV1ForCausalLM", "hunyuan", GgufCache.Full),
        new("minimax-m2", "MiniMaxM2ForCausalLM", "minimax", GgufCache.Full),
        new("mimo2", "MiMoV2FlashForCausalLM", "mimo", GgufCache.StatedWindows),
        new("dots1", "Dots1ForCausalLM", "dots", GgufCache.Full),
        new("bailingmoe", "BailingMoeForCausalLM", "bailing", GgufCache.Full),
        new("bailingmoe2", "BailingMoeV2ForCausalLM", "bailing", GgufCache.Full),
        new("arcee", "ArceeForCausalLM", "arcee", GgufCache.Full),
        new("internlm2", "InternLM2ForCausalLM", "internlm", GgufCache.Full),
        new("baichuan", "BaichuanForCausalLM", "baichuan", GgufCache.Full),
        new("stablelm", "StableLmForCausalLM", "stablelm", GgufCache.Full),
        new("gptneox", "GPTNeoXForCausalLM", "gptneox", GgufCache.Full),
        new("gpt2", "GPT2LMHeadModel", "gpt2", GgufCache.Full),
        new("bloom", "BloomForCausalLM", "bloom", GgufCache.Full),
        new("mpt", "MPTForCausalLM", "mpt", GgufCache.Full),
        new("dbrx", "DbrxForCausalLM", "dbrx", GgufCache.Full),
        new("grok", "Grok1ModelForCausalLM", "grok", GgufCache.Full),
    ];

    /// <summary>The value of general.architecture.</summary>
    public string Name { get; }

    /// <summary>The class of config.json.</summary>
    public string ClassName { get; }

    public string Family { get; }

    /// <summary>Adds what one layer keeps.</summary>
    public Action<GgufConfig, CacheLayers, long> AddLayer { get; }

    /// <summary>The architecture of a file.</summary>
    /// <exception cref="ImportException">It keeps no KV cache, or is not known.</exception>
    public static GgufArchitecture Of(GgufConfig config)
    {
        string name = Shown.Plain(config.Architecture);
        if (Encoders.Contains(config.Architecture))
        {
            throw new ImportException($"{name} is an encoder: it reads a text at once and keeps no KV cache, so there is nothing to size.", "general.architecture");
        }
        if (Parts.Contains(config.Architecture))
        {
            throw new ImportException($"{name} is a part that runs beside a model (a vision tower, a draft): import the model's own file.", "general.architecture");
        }
        return All.FirstOrDefault(architecture => architecture.Name == config.Architecture) ?? throw new ImportException(
            $"The architecture {Shown.Quoted(config.Architecture)} is not known. To size it these would be needed: which layers keep the whole context, a window or a state ({name}.attention.sliding_window and its pattern, "
            + $"{name}.ssm.*), {name}.block_count, {name}.attention.head_count_kv, {name}.attention.key_length and value_length (or kv_lora_rank and rope.dimension_count), and {name}.embedding_length.",
            "general.architecture");
    }

    /// <summary>The model class of a file: llama is also what Mixtral is called.</summary>
    public string ClassOf(GgufConfig config) => Name == "llama" && config.Experts > 0 ? "MixtralForCausalLM" : ClassName;
}
