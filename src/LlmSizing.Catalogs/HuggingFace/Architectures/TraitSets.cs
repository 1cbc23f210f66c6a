using System.Collections.Generic;

namespace LlmSizing;

/// <summary>Sets of flags that several architectures begin with.</summary>
internal static class TraitSets
{
    public static readonly string[] FourNorms = ["input_layernorm", "post_attention_layernorm", "pre_feedforward_layernorm", "post_feedforward_layernorm"];
    public static readonly string[] PostNorms = ["post_attention_layernorm", "post_feedforward_layernorm"];
    public static readonly string[] OneNorm = ["input_layernorm"];
    public static readonly string[] MixtralNames = ["w1", "w3", "w2"];
    public static readonly string[] PlainNames = ["", "fc1", "fc2"];
    public static readonly string[] UpDownNames = ["", "up_proj", "down_proj"];

    /// <summary>A bias in all four projections of attention where attention_bias says so.</summary>
    public static DecoderTraits Biased(HfConfig config, DecoderTraits traits)
    {
        bool bias = config.Flag(false, "attention_bias", "use_bias", "bias");
        traits.QkvBias = bias;
        traits.OutputBias = bias;
        return traits;
    }

    public static DecoderTraits Llama(HfConfig config) => Biased(config, new DecoderTraits { MlpBias = config.Flag(false, "mlp_bias") });

    public static DecoderTraits Qwen2(HfConfig config)
    {
        long first = config.Integer(0, "max_window_layers");
        return new DecoderTraits { QkvBias = true, UsesWindow = config.Flag(false, "use_sliding_window"), Slides = layer => layer >= first };
    }

    public static DecoderTraits Qwen3(HfConfig config)
    {
        DecoderTraits traits = Biased(config, Qwen2(config));
        traits.QkNorm = QueryKeyNorm.Head;
        traits.HeadDim = 128;
        return traits;
    }

    /// <summary>Experts as DeepSeek has them, with a correction of the router's choice where topk_method is noaux_tc.</summary>
    public static DecoderTraits DeepSeek(HfConfig config) => new()
    {
        HasCorrectionBias = config.FindText("topk_method") == "noaux_tc",
        HasDraftLayers = true,
        RepeatsEmbeddingInDraft = true,
    };

    /// <summary>Layers of multi-token prediction like the last layer.</summary>
    public static DecoderTraits WithDraft(DecoderTraits traits)
    {
        traits.HasDraftLayers = true;
        return traits;
    }

    /// <summary>Layers that slide but for every n-th, counted from 1.</summary>
    public static DecoderTraits WithPattern(HfConfig config, DecoderTraits traits, long fallback)
    {
        long pattern = config.FindText("sliding_window_pattern") is string letters ? letters.Length : config.Integer(fallback, "sliding_window_pattern", "_sliding_window_pattern");
        traits.Slides = layer => pattern > 0 && (layer + 1) % pattern != 0;
        return traits;
    }

    /// <summary>GPT-2 and what follows it: LayerNorms with biases, two plain matrices, biases everywhere.</summary>
    public static DecoderTraits Gpt(DecoderTraits traits)
    {
        traits.QkvBias = true;
        traits.OutputBias = true;
        traits.MlpBias = true;
        traits.NormBias = true;
        traits.IsMlpGated = false;
        traits.MlpNames = PlainNames;
        return traits;
    }

    public static IReadOnlyDictionary<string, long> Defaults(params (string Name, long Number)[] numbers)
    {
        var defaults = new Dictionary<string, long>();
        foreach ((string name, long number) in numbers)
        {
            defaults.Add(name, number);
        }
        return defaults;
    }
}
