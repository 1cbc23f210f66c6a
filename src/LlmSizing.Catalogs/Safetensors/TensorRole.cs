using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>What a module is by its name: the part of the model it counts to, its matrix's name, and how it is split where the config's shape does not say.</summary>
internal sealed class TensorRole
{
    private static readonly string[] Vision = ["visual", "vision", "image", "mm_projector", "multi_modal_projector", "patch_embed", "patch_merger", "mlp1", "vit"];
    private static readonly string[] Audio = ["audio", "speech", "talker", "code2wav", "sound"];
    private static readonly string[] Mtp = ["mtp", "nextn", "eh_proj", "enorm", "hnorm"];
    private static readonly string[] State = ["linear_attn", "mamba", "short_conv", "conv1d", "A_log", "dt_bias", "in_proj", "out_proj", "dt_proj", "x_proj", "kda"];
    private static readonly string[] Row = ["o_proj", "down_proj", "out_proj", "dense", "c_proj", "proj", "fc2", "wo", "linear_fc2", "dense_4h_to_h"];
    private static readonly string[] KeyValue = ["k_proj", "v_proj"];

    // Names of the same matrix in other checkpoints.
    private static readonly Dictionary<string, string> Canonical = new(StringComparer.Ordinal)
    {
        ["w1"] = "gate_proj", ["w3"] = "up_proj", ["w2"] = "down_proj", ["wq"] = "q_proj", ["wk"] = "k_proj", ["wv"] = "v_proj", ["wo"] = "o_proj",
        ["tok_embeddings"] = "embed_tokens", ["wte"] = "embed_tokens", ["word_embeddings"] = "embed_tokens", ["embeddings"] = "embed_tokens", ["embed"] = "embed_tokens",
        ["output"] = "lm_head", ["embed_out"] = "lm_head", ["output_layer"] = "lm_head", ["head"] = "lm_head",
    };

    private TensorRole(string component, string name, WeightSplit split)
    {
        Component = component;
        Name = name;
        Split = split;
    }

    public string Component { get; }

    public string Name { get; }

    public WeightSplit Split { get; }

    /// <summary>Whether its matrices are counted without their layers, as those of towers are.</summary>
    public bool IsOutside => Component is WeightComponent.Vision or WeightComponent.Audio or WeightComponent.Mtp;

    /// <param name="module">The module, with # for numbers.</param>
    /// <param name="isBeyond">Whether its layer is beyond those of the model.</param>
    public static TensorRole Of(string module, bool isBeyond)
    {
        string[] words = module.Split('.');
        string last = words[words.Length - 1];
        string name = Canonical.TryGetValue(last, out string? canonical) ? canonical : last;
        string component = ComponentOf(words, name, isBeyond);
        WeightSplit split = component switch
        {
            WeightComponent.Norm or WeightComponent.Router or WeightComponent.Other => WeightSplit.Replicated,
            WeightComponent.Embedding or WeightComponent.Head => WeightSplit.Vocabulary,
            _ when KeyValue.Contains(name) => WeightSplit.KeyValue,
            _ => Row.Contains(name) ? WeightSplit.Row : WeightSplit.Column,
        };
        return new TensorRole(component, Valid(name), split);
    }

    private static string ComponentOf(string[] words, string name, bool isBeyond) =>
        AnyPart(words, Vision) ? WeightComponent.Vision
        : AnyPart(words, Audio) ? WeightComponent.Audio
        : isBeyond || Any(words, Mtp) ? WeightComponent.Mtp
        : name == "embed_tokens" ? WeightComponent.Embedding
        : name == "lm_head" ? WeightComponent.Head
        : Any(words, ["indexer"]) ? WeightComponent.Indexer
        : name.Contains("norm") || name.StartsWith("ln_", StringComparison.Ordinal) ? WeightComponent.Norm
        : AnyPart(words, ["shared_expert", "shared_mlp"]) ? WeightComponent.SharedExperts
        : Any(words, ["experts"]) ? WeightComponent.Experts
        : name is "gate" or "router" or "e_score_correction_bias" or "expert_bias" || Any(words, ["router"]) ? WeightComponent.Router
        : AnyPart(words, State) && !AnyPart(words, ["self_attn"]) ? WeightComponent.State
        : AnyPart(words, ["attn", "attention"]) || name is "q_proj" or "k_proj" or "v_proj" or "o_proj" ? WeightComponent.Attention
        : AnyPart(words, ["mlp", "feed_forward", "ffn"]) || name is "up_proj" or "gate_proj" or "down_proj" ? WeightComponent.Mlp
        : WeightComponent.Other;

    private static bool Any(string[] words, string[] among) => words.Any(among.Contains);

    private static bool AnyPart(string[] words, string[] among) => words.Any(word => among.Any(part => word == part || word.StartsWith(part + "_", StringComparison.Ordinal) || word.EndsWith("_" + part, StringComparison.Ordinal)
        || (part.Length > 5 && word.Contains(part))));

    // A name in a catalog line has no blanks and only visible ASCII.
    private static string Valid(string name)
    {
        string kept = new(name.Where(letter => letter is > ' ' and < (char)127).Take(64).ToArray());
        return kept.Length > 0 ? kept : "unnamed";
    }
}
