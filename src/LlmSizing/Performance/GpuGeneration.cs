using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>The generation of a GPU, by its name: what decides how near to its datasheet an engine comes.</summary>
public static class GpuGeneration
{
    private static readonly (string Generation, string[] Names)[] Known =
    [
        ("blackwell", ["B100", "B200", "B300", "GB200", "GB300", "RTX PRO 6000", "RTX 5090"]),
        ("hopper", ["H100", "H200", "H20", "H800", "GH200"]),
        ("ada", ["L40", "L4", "RTX 4090", "RTX 6000 Ada"]),
        ("ampere", ["A100", "A800", "A40", "A30", "A10", "RTX 3090", "RTX A6000"]),
        ("cdna3", ["MI300", "MI325"]),
        ("cdna4", ["MI350", "MI355"]),
    ];

    /// <summary>The generations that are told apart.</summary>
    public static IReadOnlyList<string> All { get; } = Known.Select(one => one.Generation).ToArray();

    /// <summary>The generation of a GPU, or null where it is not known.</summary>
    /// <param name="gpu">The GPU's name, or null.</param>
    public static string? Of(string? gpu) => gpu is null ? null : Known.FirstOrDefault(one => one.Names.Any(name => GpuNames.Contains(gpu, name))).Generation;
}
