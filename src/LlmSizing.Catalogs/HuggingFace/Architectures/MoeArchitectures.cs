using System.Collections.Generic;
using static LlmSizing.TraitSets;

namespace LlmSizing;

/// <summary>Mixtures of experts, with heads or with multi-head latent attention.</summary>
internal static class MoeArchitectures
{
    private static readonly IReadOnlyDictionary<string, long> Mistral4 = Defaults(
        ("hidden_size", 4096), ("intermediate_size", 12288), ("moe_intermediate_size", 2048), ("num_hidden_layers", 36), ("num_attention_heads", 32), ("n_shared_experts", 1), ("n_routed_experts", 128),
        ("kv_lora_rank", 256), ("q_lora_rank", 1024), ("qk_rope_head_dim", 64), ("v_head_dim", 128), ("qk_nope_head_dim", 64), ("num_experts_per_tok", 4), ("vocab_size", 131072),
        ("max_position_embeddings", 1048576));

    public static IReadOnlyList<HfArchitecture> All { get; } =
    [
        new("MixtralForCausalLM", "mixtral", "mixtral", _ => new DecoderTraits { KeyValueHeads = 8, MoeModule = "block_sparse_moe", MlpNames = MixtralNames }),
        new("Qwen2MoeForCausalLM", "qwen2_moe", "qwen2", Qwen2Moe),
        new("Qwen3MoeForCausalLM", "qwen3_moe", "qwen3", Qwen3),
        new("PhiMoEForCausalLM", "phimoe", "phi", PhiMoe),
        new("GptOssForCausalLM", "gpt_oss", "gpt-oss", GptOss),
        new("OlmoeForCausalLM", "olmoe", "olmo", config => Biased(config, new DecoderTraits { QkNorm = QueryKeyNorm.AllHeads })),
        new("GraniteMoeForCausalLM", "granitemoe", "granite", Granite),
        new("GraniteMoeSharedForCausalLM", "granitemoeshared", "granite", Granite),
        new("MiniMaxM2ForCausalLM", "minimax_m2", "minimax", MiniMaxM2),
        new("MiniMaxM3ForCausalLM", "minimax_m3", "minimax", MiniMaxM3, (context, traits) => new MiniMaxM3Decoder(context, traits)),
        new("Glm4MoeForCausalLM", "glm4_moe", "glm", Glm4Moe),
        new("Dots1ForCausalLM", "dots1", "dots", Dots),
        new("Ernie4_5_MoeForCausalLM", "ernie4_5_moe", "ernie", Ernie),
        new("HunYuanMoEV1ForCausalLM", "hunyuan_v1_moe", "hunyuan", HunYuan),
        new("BailingMoeForCausalLM", "bailing_moe", "ling", Bailing),
        new("BailingMoeV2ForCausalLM", "bailing_moe_v2", "ling", Bailing),
        new("Grok1ModelForCausalLM", "grok-1", "grok", _ => new DecoderTraits { IsTied = true, Norms = FourNorms, MoeModule = "moe_block", MlpNames = ["linear", "linear_v", "linear_1"] }),
        new("MiMoV2FlashForCausalLM", "mimo_v2_flash", "mimo", MiMoV2, (context, traits) => new MiMoV2Decoder(context, traits)),
        new("MiMoV2ForCausalLM", "mimo_v2", "mimo", MiMoV2, (context, traits) => new MiMoV2Decoder(context, traits)),
        new("Step3p5ForCausalLM", "step3p5", "step", Step, (context, traits) => new StepDecoder(context, traits)),
        new("Step3p7FlashForCausalLM", "step3p7", "step", Step, (context, traits) => new StepDecoder(context, traits)),
        new("Llama4ForCausalLM", "llama4_text", "llama4", Llama4, (context, traits) => new Llama4Decoder(context, traits)),
        new("DeepseekForCausalLM", "deepseek", "deepseek", _ => new DecoderTraits()),
        new("DeepseekV2ForCausalLM", "deepseek_v2", "deepseek", DeepSeek, Latent),
        new("DeepseekV3ForCausalLM", "deepseek_v3", "deepseek", DeepSeek, Latent),
        new("DeepseekV32ForCausalLM", "deepseek_v32", "deepseek", DeepSeek, Latent),
        new("DeepseekV4ForCausalLM", "deepseek_v4", "deepseek", DeepSeekV4, (context, traits) => new DeepSeekV4Decoder(context, traits)),
        new("Mistral4ForCausalLM", "mistral4", "mistral", _ => new DecoderTraits(), Latent, Mistral4),
        new("MistralLarge3ForCausalLM", "mistral_large_3", "mistral", DeepSeek, Latent),
        new("KimiK2ForCausalLM", "kimi_k2", "kimi", DeepSeek, Latent),
        new("KimiLinearForCausalLM", "kimi_linear", "kimi", config => KimiLinear(), (context, traits) => new KimiLinearDecoder(context, traits)),
        new("Glm4MoeLiteForCausalLM", "glm4_moe_lite", "glm", Corrected, Latent),
        new("GlmMoeDsaForCausalLM", "glm_moe_dsa", "glm", Corrected, Latent),
        new("MiniCPM3ForCausalLM", "minicpm3", "minicpm", config => Biased(config, new DecoderTraits { IsTied = true }), Latent),
    ];

    // DeepSeek-VL2's smallest model has heads in place of a latent.
    private static Decoder Latent(ImportContext context, DecoderTraits traits) =>
        context.Text.Flag(true, "use_mla") && context.Text.Integer(0, "kv_lora_rank") > 0 || !context.Text.Has("use_mla") ? new LatentDecoder(context, traits) : new MultiHeadDeepSeekDecoder(context, traits);

    private static DecoderTraits Qwen2Moe(HfConfig config)
    {
        DecoderTraits traits = Qwen2(config);
        traits.QkvBias = config.Flag(true, "qkv_bias");
        traits.SharedExpertModule = "shared_expert";
        traits.HasSharedExpertGate = true;
        return traits;
    }

    private static DecoderTraits PhiMoe(HfConfig config) => Biased(config, new DecoderTraits
    {
        NormBias = true, HeadBias = config.Flag(false, "lm_head_bias"), MoeModule = "block_sparse_moe", MlpNames = MixtralNames,
    });

    private static DecoderTraits GptOss(HfConfig config) => new()
    {
        QkvBias = config.Flag(true, "attention_bias"), OutputBias = config.Flag(true, "attention_bias"), HasSinks = true, HeadDim = 64, Slides = layer => layer % 2 == 0,
        RouterName = "router", RouterBias = true, ExpertBias = true,
    };

    private static DecoderTraits Granite(HfConfig config)
    {
        DecoderTraits traits = Llama(config);
        traits.MoeModule = "block_sparse_moe";
        traits.RouterName = "router.layer";
        traits.SharedExpertModule = "shared_mlp";
        return traits;
    }

    // The published checkpoints hold no layers of multi-token prediction, whatever use_mtp says: without them the bytes are the file's.
    private static DecoderTraits MiniMaxM2(HfConfig config) => new()
    {
        QkNorm = config.Flag(true, "use_qk_norm") ? QueryKeyNorm.AllHeads : QueryKeyNorm.None, HasCorrectionBias = config.Flag(true, "use_routing_bias"),
        MoeModule = "block_sparse_moe", MlpNames = MixtralNames, RouterFormat = WeightFormat.Find("fp32"),
    };

    private static DecoderTraits MiniMaxM3(HfConfig config) => new()
    {
        QkNorm = QueryKeyNorm.Head, HasCorrectionBias = config.Flag(true, "use_routing_bias"), MoeModule = "block_sparse_moe", MlpNames = MixtralNames, RouterFormat = WeightFormat.Find("fp32"), UsesWindow = false,
        ExpertIntermediate = config.Integer("moe_intermediate_size", "intermediate_size"), SharedIntermediate = config.Integer(0, "shared_intermediate_size"),
    };

    private static DecoderTraits Glm4Moe(HfConfig config) => WithDraft(new DecoderTraits
    {
        QkvBias = config.Flag(false, "attention_bias"), QkNorm = config.Flag(false, "use_qk_norm") ? QueryKeyNorm.Head : QueryKeyNorm.None, HasCorrectionBias = true, RepeatsEmbeddingInDraft = true,
    });

    private static DecoderTraits Dots(HfConfig config) =>
        Biased(config, new DecoderTraits { QkNorm = QueryKeyNorm.Head, HasCorrectionBias = config.FindText("topk_method") is null or "noaux_tc", UsesWindow = false });

    private static DecoderTraits Ernie(HfConfig config)
    {
        bool bias = config.Flag(false, "use_bias");
        return new DecoderTraits { IsTied = true, QkvBias = bias, OutputBias = bias, MlpBias = bias, HasCorrectionBias = config.Flag(true, "moe_use_aux_free"), RouterFormat = WeightFormat.Find("fp32") };
    }

    private static DecoderTraits HunYuan(HfConfig config) => Biased(config, new DecoderTraits
    {
        QkNorm = config.Flag(true, "use_qk_norm") ? QueryKeyNorm.Head : QueryKeyNorm.None, RouterName = "gate.wg", SharedExpertModule = "shared_mlp",
    });

    private static DecoderTraits Bailing(HfConfig config) => new()
    {
        QkvBias = config.Flag(false, "use_qkv_bias"), OutputBias = config.Flag(false, "use_bias"), QkNorm = config.Flag(false, "use_qk_norm") ? QueryKeyNorm.Head : QueryKeyNorm.None,
        HasCorrectionBias = config.Flag(false, "moe_router_enable_expert_bias"), AttentionModule = "attention",
    };

    private static DecoderTraits MiMoV2(HfConfig config) => new()
    {
        QkvBias = config.Flag(false, "attention_bias"), HasCorrectionBias = config.FindText("topk_method") == "noaux_tc", HasDraftLayers = true, UsesWindow = false,
    };

    private static DecoderTraits Step(HfConfig config) => new()
    {
        QkvBias = config.Flag(false, "attention_bias"), QkNorm = QueryKeyNorm.Head, HasCorrectionBias = config.Flag(true, "use_moe_router_bias"), MoeModule = "moe", SharedExpertModule = "share_expert",
        HasDraftLayers = true, RouterFormat = WeightFormat.Find("fp32"),
    };

    private static DecoderTraits Llama4(HfConfig config) => Biased(config, new DecoderTraits
    {
        MlpModule = "feed_forward", MoeModule = "feed_forward", RouterName = "router", SharedExpertModule = "shared_expert",
        ExpertIntermediate = config.Integer("intermediate_size"), SharedIntermediate = config.Integer("intermediate_size"), Front = "language_model.model.",
    });

    private static DecoderTraits DeepSeekV4(HfConfig config) => new()
    {
        Norms = ["attn_norm", "ffn_norm"], MoeModule = "ffn", MlpNames = MixtralNames, HeadName = "head", Front = "",
    };

    private static DecoderTraits KimiLinear() => new() { HasCorrectionBias = true, MoeModule = "block_sparse_moe", MlpNames = MixtralNames };

    private static DecoderTraits Corrected(HfConfig config)
    {
        DecoderTraits traits = DeepSeek(config);
        traits.HasCorrectionBias = true;
        return traits;
    }
}
