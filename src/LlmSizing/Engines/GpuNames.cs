using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>What a GPU's name says.</summary>
internal static class GpuNames
{
    // Data-centre GPUs of Hopper and Blackwell, on NVLink switches in their servers; their PCIe cards and the workstation cards are not.
    private static readonly IReadOnlyList<string> Switched = ["H100", "H200", "H20", "H800", "GH200", "B100", "B200", "B300", "GB200", "GB300"];

    /// <summary>Whether the GPU is one that NVLink switches connect; those that are not known are taken for one that is not.</summary>
    public static bool HasNvlinkSwitch(string? gpu) =>
        gpu is not null && !Contains(gpu, "PCIe") && Switched.Any(name => Contains(gpu, name));

    public static bool Contains(string gpu, string name) => gpu.IndexOf(name, StringComparison.OrdinalIgnoreCase) >= 0;
}
