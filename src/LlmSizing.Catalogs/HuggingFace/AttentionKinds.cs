using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>What a layer is by layer_types, or by the other ways of saying it.</summary>
internal enum LayerKind
{
    Full,
    Sliding,
    Chunked,
    Linear,
    Mamba,
    Convolution,
}

/// <summary>Reads what each layer is.</summary>
internal static class AttentionKinds
{
    /// <exception cref="ImportException">layer_types has another number of layers, or a type that is not known.</exception>
    public static LayerKind[] Read(HfConfig config, DecoderTraits traits, long layers)
    {
        if (config.FindTexts("layer_types", "layers_block_type") is IReadOnlyList<string> types)
        {
            return types.Count >= layers
                ? types.Take((int)layers).Select(type => KindOf(type, config)).ToArray()
                : throw new ImportException($"{config.PathOf("layer_types")} has {NumberText.Plain(types.Count)} items for {NumberText.Plain(layers)} layers.", config.PathOf("layer_types"));
        }
        long? window = traits.UsesWindow ? Window(config) : null;
        if (window is not > 0)
        {
            return Enumerable.Repeat(LayerKind.Full, (int)layers).ToArray();
        }
        if (traits.Slides is not null)
        {
            return Enumerable.Range(0, (int)layers).Select(i => traits.Slides(i) ? LayerKind.Sliding : LayerKind.Full).ToArray();
        }
        // A window that the context never leaves is none.
        bool isReached = window < ModelPositions.Read(config);
        return Enumerable.Repeat(isReached ? LayerKind.Sliding : LayerKind.Full, (int)layers).ToArray();
    }

    public static long? Window(HfConfig config) => config.FindInteger(1_000_000_000, "sliding_window", "sliding_window_size", "window_size");

    private static LayerKind KindOf(string type, HfConfig config) => type switch
    {
        "full_attention" or "attention" or "global_attention" or "full" => LayerKind.Full,
        "sliding_attention" or "local_attention" or "sliding_window" => LayerKind.Sliding,
        "chunked_attention" => LayerKind.Chunked,
        "linear_attention" => LayerKind.Linear,
        "mamba" or "mamba2" => LayerKind.Mamba,
        "conv" => LayerKind.Convolution,
        _ => throw new ImportException($"{config.PathOf("layer_types")} has {Shown.Quoted(type)}, a type of layer that is not known.", config.PathOf("layer_types")),
    };
}
