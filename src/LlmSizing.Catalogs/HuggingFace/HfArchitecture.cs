using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>One model class of config.json: what tells it from others, and the decoder that it is.</summary>
internal sealed class HfArchitecture
{
    public HfArchitecture(
        string className, string modelType, string family, Func<HfConfig, DecoderTraits> traits,
        Func<ImportContext, DecoderTraits, Decoder>? create = null, IReadOnlyDictionary<string, long>? defaults = null)
    {
        ClassName = className;
        ModelType = modelType;
        Family = family;
        Traits = traits;
        Create = create ?? ((context, own) => new Decoder(context, own));
        Defaults = defaults;
    }

    public string ClassName { get; }

    /// <summary>The config's model_type, for configs that name no class.</summary>
    public string ModelType { get; }

    public string Family { get; }

    public Func<HfConfig, DecoderTraits> Traits { get; }

    public Func<ImportContext, DecoderTraits, Decoder> Create { get; }

    /// <summary>Numbers that the class takes where a nested config says none.</summary>
    public IReadOnlyDictionary<string, long>? Defaults { get; }

    /// <summary>Every architecture that is known.</summary>
    public static IReadOnlyList<HfArchitecture> All { get; } =
    [
        .. LlamaLikeArchitectures.All,
        .. MoeArchitectures.All,
        .. HybridArchitectures.All,
        .. ClassicArchitectures.All,
    ];

    /// <summary>The architecture of a config.</summary>
    /// <param name="root">The config.</param>
    /// <param name="text">The language model's part, or null where it is not nested.</param>
    /// <exception cref="ImportException">It keeps no KV cache, or is not known.</exception>
    public static HfArchitecture Of(HfConfig root, HfConfig? text)
    {
        string? className = ClassOf(root);
        string? modelType = root.FindText("model_type");
        UnsizedArchitectures.Check(root, text, className, modelType);
        return Find(className, modelType, text) ?? throw Unknown(className ?? modelType);
    }

    /// <summary>Rows of the head where the class has another than the vocabulary's, or null.</summary>
    public static long? HeadRowsOf(HfConfig root) =>
        ClassOf(root) is string name && All.All(known => known.ClassName != name) && HfAliases.WithoutHead(name) is (string, long) other && Named(other.ClassName) is not null ? other.HeadRows : null;

    public static string? ClassOf(HfConfig config) => config.HasList("architectures") && config.FindTexts("architectures") is { Count: > 0 } names ? names[0] : null;

    /// <summary>The language model's part of a config of several parts, or null.</summary>
    public static HfConfig? TextOf(HfConfig root) =>
        root.FindObject("thinker_config") is HfConfig thinker ? thinker.FindObject("text_config") : root.FindObject("text_config", "llm_config", "language_config");

    private static HfArchitecture? Find(string? className, string? modelType, HfConfig? text) =>
        (className is null ? null : Named(className) ?? (HfAliases.WithoutHead(className) is (string, long) other ? Named(other.ClassName) : null))
        ?? (text is null ? null : FindText(text))
        ?? (modelType is null || (className is not null && text is null && !IsPart(className)) ? null : OfType(modelType));

    private static HfArchitecture? FindText(HfConfig text) =>
        (ClassOf(text) is string className ? Named(className) : null) ?? (text.FindText("model_type") is string modelType ? OfType(modelType) : null);

    // A class of a part, such as Gemma3ForConditionalGeneration, says less than its model type.
    private static bool IsPart(string className) => className.EndsWith("ForConditionalGeneration", StringComparison.Ordinal);

    private static HfArchitecture? Named(string name) =>
        All.FirstOrDefault(architecture => architecture.ClassName == name) ?? (HfAliases.DecoderOf(name) is string known ? All.First(architecture => architecture.ClassName == known) : null);

    private static HfArchitecture? OfType(string modelType) =>
        All.FirstOrDefault(architecture => architecture.ModelType == modelType) ?? (HfAliases.DecoderOf(modelType) is string known ? All.First(architecture => architecture.ClassName == known) : null);

    private static ImportException Unknown(string? name) => new(
        $"The architecture {(name is null ? "is not named" : Shown.Quoted(name) + " is not known")}. To size it these would be needed: which layers attend and how (layer_types, sliding_window), num_hidden_layers, num_attention_heads, "
        + "num_key_value_heads, head_dim (or kv_lora_rank and qk_rope_head_dim), hidden_size, intermediate_size, vocab_size, the experts and their sizes, and which projections have biases and norms.",
        "architectures");
}
