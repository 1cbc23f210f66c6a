using System;
using System.Collections.Generic;
using System.Globalization;

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

    // A checkpoint has tens of thousands of names, read once in a fresh process: nothing is split, joined or queried that need not be.
    public static TensorName Parse(string name)
    {
        int end = EndOfModule(name);
        string suffix = end < name.Length ? name.Substring(end + 1) : "";
        string front = "";
        int taken = 0;
        long? layer = null;
        bool isExpert = false;
        int next;
        for (int dot = name.IndexOf('.'); dot >= 0 && dot < end; dot = next)
        {
            next = name.IndexOf('.', dot + 1);
            int stop = next < 0 || next > end ? end : next;
            if (!IsNumber(name, dot + 1, stop, out long number))
            {
                continue;
            }
            bool isOfExpert = IsExperts(name, dot);
            if (isOfExpert || layer is null)
            {
                isExpert |= isOfExpert;
                layer = isOfExpert ? layer : number;
                front += name.Substring(taken, dot + 1 - taken) + "#";
                taken = stop;
            }
        }
        string module = front + name.Substring(taken, end - taken);
        foreach (string ending in suffix.Length == 0 && module.Contains("experts.") ? Endings : [])
        {
            if (module.EndsWith(ending, StringComparison.Ordinal))
            {
                return new TensorName(module.Substring(0, module.Length - ending.Length), ending.Substring(1), layer, isExpert);
            }
        }
        return new TensorName(module, suffix, layer, isExpert);
    }

    // bitsandbytes: weight.absmax, weight.quant_state.bitsandbytes__nf4
    private static int EndOfModule(string name)
    {
        int state = name.IndexOf(".weight.", StringComparison.Ordinal);
        int last = name.LastIndexOf('.');
        return state >= 0 ? state : last >= 0 && Suffixes.Contains(name.Substring(last + 1)) ? last : name.Length;
    }

    private static bool IsExperts(string name, int dot)
    {
        const string Word = "experts";
        int start = dot - Word.Length;
        return start >= 0 && string.CompareOrdinal(name, start, Word, 0, Word.Length) == 0 && (start == 0 || name[start - 1] == '.');
    }

    private static bool IsNumber(string name, int start, int end, out long number)
    {
        number = 0;
        return start < end && name[start] is >= '0' and <= '9'
            && long.TryParse(name.Substring(start, end - start), NumberStyles.None, CultureInfo.InvariantCulture, out number) && number < Largest;
    }
}
