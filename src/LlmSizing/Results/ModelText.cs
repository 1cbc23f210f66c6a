using System;
using System.Linq;

namespace LlmSizing;

/// <summary>The shape of a model in words, where its layer groups differ.</summary>
public static class ModelText
{
    /// <summary>Whether every layer keeps keys and values of the same heads, and keys as wide as values.</summary>
    public static bool IsUniform(Model model) => model.NumKeyValueHeads is not null && model.HeadDim is not null
        && model.Layers.All(group => group is HeadAttention && group.HeadDim == group.ValueHeadDim);

    /// <summary>8, or 4 / 8 in the order of the groups; 0 where no layer has heads.</summary>
    public static string KeyValueHeads(Model model) => Distinct(model, group => group.KeyValueHeads is long heads ? NumberText.Plain(heads) : null);

    /// <summary>64, or 192+128 where keys and values differ, or 576 for a latent; 0 where no layer has heads.</summary>
    public static string HeadDims(Model model) => Distinct(model, group => group.HeadDim is not long key ? null
        : group.ValueHeadDim is long value && value != key && value > 0 ? $"{NumberText.Plain(key)}+{NumberText.Plain(value)}" : NumberText.Plain(key));

    /// <summary>128, or 128 / 512 where the windows differ.</summary>
    public static string SlidingWindows(Model model) => Distinct(model, group => group.SlidingWindow is long window ? NumberText.Plain(window) : null);

    private static string Distinct(Model model, Func<LayerGroup, string?> text) =>
        string.Join(" / ", model.Layers.Select(text).Where(part => part is not null).Distinct().DefaultIfEmpty("0"));
}
