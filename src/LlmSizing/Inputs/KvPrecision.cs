using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>The number types in which keys and values are stored; one for both, or two apart.</summary>
public sealed class KvPrecision
{
    private static readonly Dictionary<string, string> OtherNames = new(StringComparer.OrdinalIgnoreCase)
    {
        ["bfloat16"] = "bf16",
        ["float16"] = "fp16",
        ["half"] = "fp16",
        ["f16"] = "fp16",
        ["float32"] = "fp32",
        ["f32"] = "fp32",
        ["fp8_e4m3"] = "fp8",
        ["fp8_e5m2"] = "fp8",
        ["fp4"] = "nvfp4",
    };

    private KvPrecision(string name, int blockElements, int blockBytes, int headScaleBytes = 0)
        : this(name, new ElementFormat(name, blockElements, blockBytes), new ElementFormat(name, blockElements, blockBytes), headScaleBytes)
    {
    }

    private KvPrecision(string name, ElementFormat key, ElementFormat value, int headScaleBytes)
    {
        Name = name;
        Key = key;
        Value = value;
        HeadScaleBytes = headScaleBytes;
    }

    /// <summary>Every precision that is known, one line each; two of them make a pair, such as <c>q8_0/q4_0</c>.</summary>
    /// <remarks>
    /// Scales per head and token: vLLM's per-token-head caches (one fp32 for keys, one for values). Block formats: nvfp4 has an 8-bit scale per 16 elements
    /// (vLLM's <c>nvfp4</c> cache), mxfp4 and mxfp8 one per 32 (OCP Microscaling 1.0); the q and iq formats are ggml's blocks of 32.
    /// </remarks>
    public static IReadOnlyList<KvPrecision> All { get; } =
    [
        new("nvfp4", 16, 9),
        new("mxfp4", 32, 17),
        new("q4_0", 32, 18),
        new("iq4_nl", 32, 18),
        new("q4_1", 32, 20),
        new("q5_0", 32, 22),
        new("q5_1", 32, 24),
        new("fp8", 1, 1),
        new("int8", 1, 1),
        new("mxfp8", 32, 33),
        new("q8_0", 32, 34),
        new("fp8_per_token_head", 1, 1, headScaleBytes: 4),
        new("int8_per_token_head", 1, 1, headScaleBytes: 4),
        // FlashMLA's sparse slot: the latent in fp8 with one fp32 scale per 128 elements, the rope part in bf16 (656 bytes for 512 + 64).
        new("fp8_ds_mla", new ElementFormat("fp8_ds_mla", 128, 132), new ElementFormat("bf16", 1, 2), 0),
        new("fp16", 1, 2),
        new("bf16", 1, 2),
        new("fp32", 1, 4),
    ];

    /// <summary>The name, such as fp8, bf16 or q8_0/q4_0.</summary>
    public string Name { get; }

    /// <summary>How keys are stored; for a latent cache, how the latent is.</summary>
    public ElementFormat Key { get; }

    /// <summary>How values are stored; for a latent cache, how the rope part of the key is.</summary>
    public ElementFormat Value { get; }

    /// <summary>Bytes of the scale of one key vector of a head, and of one value vector.</summary>
    public int HeadScaleBytes { get; }

    /// <summary>Bytes of one element of a key vector, the scales of its block included.</summary>
    public decimal BytesPerElement => Key.BytesPerElement;

    /// <summary>Whether keys and values are stored alike.</summary>
    public bool IsUniform => Key.BlockElements == Value.BlockElements && Key.BlockBytes == Value.BlockBytes;

    /// <summary>Whether only latent (MLA) caches are stored so.</summary>
    public bool IsLatentOnly => Name == "fp8_ds_mla";

    /// <summary>Finds a precision by its name, or two with a slash between them (keys, then values), whatever the case; null when it is not known.</summary>
    public static KvPrecision? Find(string name)
    {
        int slash = name.IndexOf('/');
        if (slash < 0)
        {
            return FindOne(name);
        }
        return FindOne(name.Substring(0, slash)) is { IsLatentOnly: false } key && FindOne(name.Substring(slash + 1)) is { IsLatentOnly: false } value && key.HeadScaleBytes == value.HeadScaleBytes
            ? key == value ? key : new KvPrecision(key.Name + "/" + value.Name, key.Key, value.Value, key.HeadScaleBytes)
            : null;
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    private static KvPrecision? FindOne(string name)
    {
        string known = OtherNames.TryGetValue(name, out string? found) ? found : name;
        return All.FirstOrDefault(precision => string.Equals(precision.Name, known, StringComparison.OrdinalIgnoreCase));
    }
}
