using System.Collections.Generic;
using static LlmSizing.TraitSets;

namespace LlmSizing;

/// <summary>Models with layers that keep a state, and models whose layers share a cache.</summary>
internal static class HybridArchitectures
{
    private static readonly string[] MambaNorms = ["input_layernorm", "pre_ff_layernorm"];

    private static readonly IReadOnlyDictionary<string, long> Gemma3n = Defaults(
        ("hidden_size", 2048), ("intermediate_size", 16384), ("num_hidden_layers", 35), ("num_attention_heads", 8), ("num_key_value_heads", 2), ("head_dim", 256), ("vocab_size", 262400),
        ("vocab_size_per_layer_input", 262144), ("max_position_embeddings", 32768), ("sliding_window", 512), ("num_kv_shared_layers", 15));

    private static readonly IReadOnlyDictionary<string, long> Gemma4 = Defaults(
        ("hidden_size", 2304), ("intermediate_size", 9216), ("num_hidden_layers", 30), ("num_attention_heads", 8), ("num_key_value_heads", 4), ("head_dim", 256), ("vocab_size", 262144),
        ("max_position_embeddings", 131072), ("sliding_window", 512));

    public static IReadOnlyList<HfArchitecture> All { get; } =
    [
        new("Qwen3NextForCausalLM", "qwen3_next", "qwen3", Gated, (context, traits) => new GatedDeltaDecoder(context, traits, isFused: true)),
        new("Qwen3_5ForCausalLM", "qwen3_5_text", "qwen3.5", Gated, (context, traits) => new GatedDeltaDecoder(context, traits, isFused: false)),
        new("Qwen3_5MoeForCausalLM", "qwen3_5_moe_text", "qwen3.5", Gated, (context, traits) => new GatedDeltaDecoder(context, traits, isFused: false), Qwen35Moe),
        new("Gemma3nForCausalLM", "gemma3n_text", "gemma3n", config => Gemma(config, 5), (context, traits) => new GemmaDecoder(context, traits, isThird: true), Gemma3n),
        new("Gemma4ForCausalLM", "gemma4_text", "gemma4", config => Gemma(config, 6), (context, traits) => new GemmaDecoder(context, traits, isThird: false), Gemma4),
        new("NemotronHForCausalLM", "nemotron_h", "nemotron", NemotronH, (context, traits) => new NemotronHDecoder(context, traits)),
        new("JambaForCausalLM", "jamba", "jamba", _ => Mamba(), (context, traits) => new JambaDecoder(context, traits)),
        new("BambaForCausalLM", "bamba", "bamba", config => Biased(config, Mamba()), (context, traits) => new MambaHybridDecoder(context, traits)),
        new("FalconH1ForCausalLM", "falcon_h1", "falcon", FalconH1, (context, traits) => new MambaHybridDecoder(context, traits, isParallel: true)),
        new("GraniteMoeHybridForCausalLM", "granitemoehybrid", "granite", Granite, (context, traits) => new MambaHybridDecoder(context, traits)),
        new("Zamba2ForCausalLM", "zamba2", "zamba", _ => new DecoderTraits { IsTied = true }, (context, traits) => new Zamba2Decoder(context, traits)),
        new("MiniMaxText01ForCausalLM", "minimax_text_01", "minimax", _ => Lightning(), (context, traits) => new LightningDecoder(context, traits)),
        new("MiniMaxM1ForCausalLM", "minimax_m1", "minimax", _ => Lightning(), (context, traits) => new LightningDecoder(context, traits)),
        new("MiniMaxForCausalLM", "minimax", "minimax", _ => Lightning(), (context, traits) => new LightningDecoder(context, traits)),
        new("Lfm2ForCausalLM", "lfm2", "lfm2", _ => Lfm(), (context, traits) => new ShortConvolutionDecoder(context, traits)),
        new("Lfm2MoeForCausalLM", "lfm2_moe", "lfm2", config => LfmMoe(config), (context, traits) => new ShortConvolutionDecoder(context, traits)),
        new("MambaForCausalLM", "mamba", "mamba", _ => Pure(true), (context, traits) => new MambaDecoder(context, traits, isSecond: false)),
        new("FalconMambaForCausalLM", "falcon_mamba", "falcon", _ => Pure(false), (context, traits) => new MambaDecoder(context, traits, isSecond: false)),
        new("Mamba2ForCausalLM", "mamba2", "mamba", _ => Pure(true), (context, traits) => new MambaDecoder(context, traits, isSecond: true)),
        new("MllamaForCausalLM", "mllama_text_model", "llama", Llama, (context, traits) => new MllamaDecoder(context, traits)),
    ];

    private static IReadOnlyDictionary<string, long> Qwen35Moe { get; } = Defaults(("shared_expert_intermediate_size", 512));

    private static DecoderTraits Gated(HfConfig config) => Biased(config, new DecoderTraits
    {
        HasGatedQuery = config.Flag(true, "attn_output_gate"), QkNorm = QueryKeyNorm.Head, SharedExpertModule = "shared_expert", HasSharedExpertGate = true, UsesWindow = false,
    });

    private static DecoderTraits Gemma(HfConfig config, long pattern) =>
        WithPattern(config, Biased(config, new DecoderTraits
        {
            IsTied = true, Norms = FourNorms, QkNorm = QueryKeyNorm.Head, RouterName = "router.proj", MoeModule = "", Front = "model.language_model.",
        }), pattern);

    private static DecoderTraits NemotronH(HfConfig config) => Biased(config, new DecoderTraits
    {
        IsMlpGated = false, MlpNames = UpDownNames, MlpBias = config.Flag(false, "mlp_bias"), HasCorrectionBias = true, AttentionModule = "mixer", MoeModule = "mixer", Front = "backbone.", UsesWindow = false,
    });

    private static DecoderTraits Mamba() => new() { Norms = MambaNorms, MlpModule = "feed_forward", MoeModule = "feed_forward", RouterName = "router", UsesWindow = false };

    private static DecoderTraits FalconH1(HfConfig config)
    {
        DecoderTraits traits = Biased(config, Mamba());
        traits.MlpBias = config.Flag(false, "mlp_bias");
        return traits;
    }

    private static DecoderTraits Granite(HfConfig config) =>
        Biased(config, new DecoderTraits { IsTied = true, MoeModule = "block_sparse_moe", RouterName = "router.layer", SharedExpertModule = "shared_mlp", MlpModule = "shared_mlp", UsesWindow = false });

    private static DecoderTraits Lightning() => new() { MoeModule = "block_sparse_moe", MlpNames = MixtralNames, UsesWindow = false };

    private static DecoderTraits Lfm() =>
        new() { IsTied = true, Norms = ["operator_norm", "ffn_norm"], QkNorm = QueryKeyNorm.Head, MlpModule = "feed_forward", MoeModule = "feed_forward", MlpNames = MixtralNames };

    private static DecoderTraits LfmMoe(HfConfig config)
    {
        DecoderTraits traits = Lfm();
        traits.HasCorrectionBias = config.Flag(true, "use_expert_bias");
        return traits;
    }

    private static DecoderTraits Pure(bool isTied) => new() { IsTied = isTied, Norms = ["norm"], Front = "backbone." };
}
