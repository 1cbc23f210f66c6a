using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>The words of names and arguments that say how weights are quantised.</summary>
internal static class WeightWords
{
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["w8a8"] = "w8a8",
        ["int8"] = "w8a8",
        ["w4a16"] = "w4a16",
        ["int4"] = "gptq",
        ["gptq"] = "gptq",
        ["awq"] = "awq",
        ["fp8"] = "fp8",
        ["nvfp4"] = "nvfp4",
        ["fp4"] = "nvfp4",
        ["mxfp4"] = "mxfp4",
        ["bnb"] = "bnb_nf4",
        ["4bit"] = "bnb_nf4",
        ["bf16"] = "bf16",
        ["fp16"] = "bf16",
        ["bfloat16"] = "bf16",
        ["float16"] = "bf16",
        ["half"] = "bf16",
    };

    /// <summary>Whether a word says how weights are quantised.</summary>
    public static bool IsOne(string word) => Known.ContainsKey(word) || IsGguf(word) || word is "bit" or "8bit" or "g128" or "marlin" or "compressed" or "tensors" or "modelopt";

    /// <summary>The quantisation that words name, or null.</summary>
    public static string? Find(IReadOnlyList<string> words)
    {
        string? found = words.Where(Known.ContainsKey).Select(word => Known[word]).FirstOrDefault();
        if (found == "fp8" && words.Contains("dynamic"))
        {
            return "fp8_dynamic";
        }
        return found ?? words.Where(IsGguf).FirstOrDefault();
    }

    // q4, q4_k_m, iq3_xxs, q8_0; split at its underscores it is still one.
    private static bool IsGguf(string word)
    {
        string rest = word.StartsWith("iq", StringComparison.Ordinal) ? word.Substring(2) : word.StartsWith("q", StringComparison.Ordinal) ? word.Substring(1) : "";
        return rest.Length >= 1 && char.IsDigit(rest[0]) && (rest.Length == 1 || rest[1] == '_');
    }
}
