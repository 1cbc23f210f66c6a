using System.Collections.Generic;
using System.Linq;

namespace LlmSizing.Accuracy;

/// <summary>The layers and the precision that the inputs of an example describe.</summary>
public static class ExampleLayers
{
    /// <summary>The layers, or none where the inputs describe none.</summary>
    public static IReadOnlyList<LayerGroup> Of(ExampleValues inputs)
    {
        long? layers = inputs.Whole("layers", "num_layers");
        long? heads = inputs.Whole("kv_heads", "num_key_value_heads");
        long? dim = inputs.Whole("head_dim", "head_size") ?? (inputs.Whole("hidden") / inputs.Whole("heads"));
        if (layers is long latents && inputs.Whole("kv_lora_rank") is long latent && inputs.Whole("rope", "qk_rope_head_dim") is long rope)
        {
            return [new LatentAttention(latents, latent, rope, inputs.Whole("index_head_dim"))];
        }
        if (inputs.Whole("window", "sliding_window") is long window && inputs.Whole("swa_layers", "sliding_layers") is long sliding && inputs.Whole("global_layers", "full_layers") is long full)
        {
            long? slidingHeads = inputs.Whole("swa_kv_heads") ?? heads;
            long? slidingDim = inputs.Whole("swa_head_dim") ?? dim;
            long? fullHeads = inputs.Whole("global_kv_heads") ?? heads;
            long? fullDim = inputs.Whole("global_head_dim") ?? dim;
            return slidingHeads is null || slidingDim is null || fullHeads is null || fullDim is null
                ? []
                : [new SlidingAttention(sliding, slidingHeads.Value, slidingDim.Value, window), new FullAttention(full, fullHeads.Value, fullDim.Value)];
        }
        return layers is null && inputs.Text("layout") != "full" || heads is null || dim is null ? [] : [new FullAttention(layers ?? 1, heads.Value, dim.Value)];
    }

    /// <summary>The precision of keys and values, bf16 where the inputs say none.</summary>
    public static KvPrecision Precision(ExampleValues inputs)
    {
        if (inputs.Text("dtype") is string name && KvPrecision.Find(name) is KvPrecision named)
        {
            return named;
        }
        string key = OfBytes(inputs.Whole("dtype_bytes", "kv_bytes", "bytes"));
        string pair = inputs.Whole("rope_bytes") is long rope ? key + "/" + OfBytes(rope) : key;
        return KvPrecision.Find(pair)!;
    }

    /// <summary>A model of the layers.</summary>
    public static Model Model(IReadOnlyList<LayerGroup> layers, long positions = 1_000_000_000) =>
        new(new EntryInfo("example"), layers, positions, KvPrecision.Find("bf16")!);

    /// <summary>Bytes of a session in all layers.</summary>
    public static long Bytes(ExampleValues inputs, long tokens, long tensorParallel = 1) =>
        Of(inputs).Sum(group => group.BytesPerSession(tokens, Precision(inputs), tensorParallel));

    private static string OfBytes(long? bytes) => bytes switch
    {
        1 => "fp8",
        4 => "fp32",
        _ => "bf16",
    };
}
