using System.Collections.Generic;
using static LlmSizing.TraitSets;

namespace LlmSizing;

/// <summary>GPT-2 and its kin, Falcon, DBRX, Whisper.</summary>
internal static class ClassicArchitectures
{
    public static IReadOnlyList<HfArchitecture> All { get; } =
    [
        new("GPT2LMHeadModel", "gpt2", "gpt2", config => Gpt(new DecoderTraits { IsTied = true, PositionEmbeddings = Positions(config), Front = "transformer.", LayerModule = "h." }), Classic),
        new("GPTBigCodeForCausalLM", "gpt_bigcode", "starcoder", config => Gpt(new DecoderTraits { IsTied = true, PositionEmbeddings = Positions(config), Front = "transformer.", LayerModule = "h." }), Classic),
        new("GPTNeoXForCausalLM", "gpt_neox", "gpt-neox", config => NeoX(config), Classic),
        new("GPTJForCausalLM", "gptj", "gpt-j", _ => GptJ(), Classic),
        new("OPTForCausalLM", "opt", "opt", config => Opt(config), Classic),
        new("BloomForCausalLM", "bloom", "bloom", _ => Gpt(new DecoderTraits { IsTied = true, HasEmbeddingNorm = true, Front = "transformer.", LayerModule = "h." }), Classic),
        new("MPTForCausalLM", "mpt", "mpt", _ => new DecoderTraits { IsTied = true, IsMlpGated = false, MlpNames = ["", "up_proj", "down_proj"], Front = "transformer.", LayerModule = "blocks." }, Classic),
        new("MptForCausalLM", "", "mpt", _ => new DecoderTraits { IsTied = true, IsMlpGated = false, MlpNames = ["", "up_proj", "down_proj"], Front = "transformer.", LayerModule = "blocks." }, Classic),
        new("QWenLMHeadModel", "qwen", "qwen", _ => new DecoderTraits { QkvBias = true, Front = "transformer.", LayerModule = "h." }, (context, traits) => new FirstQwenDecoder(context, traits)),
        new("FalconForCausalLM", "falcon", "falcon", Falcon, (context, traits) => new FalconDecoder(context, traits)),
        new("RWForCausalLM", "RefinedWeb", "falcon", Falcon, (context, traits) => new FalconDecoder(context, traits)),
        new("DbrxForCausalLM", "dbrx", "dbrx", _ => new DecoderTraits { Norms = ["norm_1", "norm_2"], RouterName = "router.layer", MoeModule = "ffn", Front = "transformer.", LayerModule = "blocks." },
            (context, traits) => new DbrxDecoder(context, traits)),
        new("WhisperForConditionalGeneration", "whisper", "whisper", Whisper, (context, traits) => new EncoderDecoder(context, traits)),
    ];

    private static ClassicDecoder Classic(ImportContext context, DecoderTraits traits) => new ClassicDecoder(context, traits);

    private static long Positions(HfConfig config) => ModelPositions.Read(config);

    private static DecoderTraits NeoX(HfConfig config)
    {
        DecoderTraits traits = Gpt(new DecoderTraits { Front = "gpt_neox." });
        traits.QkvBias = traits.OutputBias = config.Flag(true, "attention_bias");
        return traits;
    }

    private static DecoderTraits GptJ()
    {
        DecoderTraits traits = Gpt(new DecoderTraits { Norms = OneNorm, HeadBias = true, Front = "transformer.", LayerModule = "h." });
        traits.QkvBias = traits.OutputBias = false;
        return traits;
    }

    // Two positions more than the context has.
    private static DecoderTraits Opt(HfConfig config) => Gpt(new DecoderTraits { IsTied = true, PositionEmbeddings = Positions(config) + 2, Front = "model.decoder." });

    // The published checkpoints hold the head beside the embedding, though engines tie them.
    private static DecoderTraits Falcon(HfConfig config)
    {
        bool isNew = config.Flag(false, "new_decoder_architecture");
        bool bias = config.Flag(false, "bias");
        bool isParallel = isNew || config.Flag(true, "parallel_attn");
        bool hasTwo = isNew ? config.Integer(2, "num_ln_in_parallel_attn") == 2 : !isParallel;
        return new DecoderTraits
        {
            QkvBias = bias, OutputBias = bias, MlpBias = bias, NormBias = true, IsMlpGated = false, MlpNames = ["", "dense_h_to_4h", "dense_4h_to_h"],
            Norms = hasTwo ? ["ln_attn", "ln_mlp"] : OneNorm, Front = "transformer.", LayerModule = "h.",
        };
    }

    private static DecoderTraits Whisper(HfConfig config) => new()
    {
        IsTied = true, MlpBias = true, NormBias = true, IsMlpGated = false, MlpNames = PlainNames, PositionEmbeddings = config.Integer("max_target_positions"),
        Norms = ["self_attn_layer_norm", "encoder_attn_layer_norm", "final_layer_norm"], Front = "model.decoder.",
    };
}
