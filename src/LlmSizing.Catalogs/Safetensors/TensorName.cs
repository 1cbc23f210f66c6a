using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace LlmSizing;

/// <summary>The name of a tensor, taken apart: the module, its layer and expert, and which part of the module it is.</summary>
internal readonly struct TensorName
{
    private const long Largest = 100_000;

    // Parts of a module that quantisation tools write beside or instead of its weight.
    private static readonly HashSet<string> Suffixes = new(StringComparer.Ordinal)
    {
        "weight", "bias", "qweight", "qzeros", "scales", "g_idx", "scale", "weight_scale", "weight_scale_inv", "weight_scale_2", "weight_global_scale", "weight_packed", "weight_shape",
        "weight_zero_point", "weight_g_idx", "input_scale", "input_global_scale", "SCB", "weight_format",
    };

    // Experts in one tensor carry the part in the last word (gpt-oss, Qwen3-VL).
    private static readonly string[] Endings = ["_blocks", "_scales", "_scale_inv", "_bias"];

    private TensorName(string module, string suffix, long? layer, bool isExpert)
    {
        Module = module;
        Suffix = suffix;
        Layer = layer;
        IsExpert = isExpert;
    }

    /// <summary>The module, with # for the numbers of layer and expert.</summary>
    public string Module { get; }

    /// <summary>Which part of it; empty where the tensor is the whole module.</summary>
    public string Suffix { get; }

    public long? Layer { get; }

    /// <summary>Whether it is one of several experts by number.</summary>
    public bool IsExpert { get; }

    /// <summary>The module's last word.</summary>
    public string Last => Module.Substring(Module.LastIndexOf('.') + 1);

    public static TensorName Parse(string name)
    {
        string[] words = name.Split('.');
        int length = words.Length;
        int state = Array.IndexOf(words, "weight");
        string suffix = "";
        if (state > 0 && state < length - 1)
        {
            // bitsandbytes: weight.absmax, weight.quant_state.bitsandbytes__nf4
            suffix = string.Join(".", words.Skip(state));
            length = state;
        }
        else if (length > 1 && Suffixes.Contains(words[length - 1]))
        {
            suffix = words[--length];
        }
        long? layer = null;
        bool isExpert = false;
        for (int i = 1; i < length; i++)
        {
            if (!IsNumber(words[i], out long number))
            {
                continue;
            }
            if (words[i - 1] == "experts")
            {
                isExpert = true;
                words[i] = "#";
            }
            else if (layer is null)
            {
                layer = number;
                words[i] = "#";
            }
        }
        string module = string.Join(".", words, 0, length);
        foreach (string ending in suffix.Length == 0 && module.Contains("experts.") ? Endings : [])
        {
            if (module.EndsWith(ending, StringComparison.Ordinal))
            {
                return new TensorName(module.Substring(0, module.Length - ending.Length), ending.Substring(1), layer, isExpert);
            }
        }
        return new TensorName(module, suffix, layer, isExpert);
    }

    private static bool IsNumber(string word, out long number)
    {
        number = 0;
        return word.Length > 0 && word[0] is >= '0' and <= '9' && long.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out number) && number < Largest;
    }
}
