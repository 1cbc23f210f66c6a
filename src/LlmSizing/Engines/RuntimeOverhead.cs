using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>A part of a GPU's memory that is neither weights nor KV cache, with what it rests on.</summary>
public sealed class RuntimeOverhead
{
    private RuntimeOverhead(EngineMemory memory, string component, long bytes, bool isInBudget, decimal? errorPercent, string formula, string? evidence)
    {
        Model = memory.Model;
        Engine = memory.Engine;
        EngineVersion = memory.EngineVersion;
        Placement = memory.Placement;
        Component = component;
        Bytes = bytes;
        IsInBudget = isInBudget;
        ErrorPercent = errorPercent;
        Formula = formula;
        Evidence = evidence;
    }

    /// <summary>The model's name.</summary>
    public string Model { get; }

    /// <summary>The engine's name.</summary>
    public string Engine { get; }

    /// <summary>The version whose rules were applied.</summary>
    public string EngineVersion { get; }

    /// <summary>How the replica lies on GPUs.</summary>
    public string Placement { get; }

    /// <summary>activation, non_torch, graphs, context, or total.</summary>
    public string Component { get; }

    /// <summary>The bytes in GiB (2^30), two decimals.</summary>
    public decimal Gib => decimal.Round((decimal)Bytes / ByteUnits.GiB, 2);

    /// <summary>Bytes on the GPU that binds.</summary>
    public long Bytes { get; }

    /// <summary>How far a measured value may lie off, in percent; null where the number is exact.</summary>
    public decimal? ErrorPercent { get; }

    /// <summary>Whether the engine takes it from its share of the memory.</summary>
    public bool IsInBudget { get; }

    /// <summary>The formula in numbers.</summary>
    public string Formula { get; }

    /// <summary>What the formula and its constants rest on, or null.</summary>
    public string? Evidence { get; }

    /// <summary>The parts of a prediction, and their total.</summary>
    public static IReadOnlyList<RuntimeOverhead> Of(EngineMemory memory)
    {
        MemoryComponent[] parts = memory.Components.Where(component => component.Name != "weights").ToArray();
        long total = parts.Sum(part => part.Bytes);
        // Errors of independent parts, added as if all lay off to one side: an upper bound.
        decimal? error = total == 0 ? null : decimal.Round(parts.Sum(part => part.Bytes * (part.ErrorPercent ?? 0)) / total, 1);
        return
        [
            .. parts.Select(part => new RuntimeOverhead(memory, part.Name, part.Bytes, part.IsInBudget, part.ErrorPercent, part.Formula, part.Evidence)),
            new RuntimeOverhead(memory, "total", total, parts.All(part => part.IsInBudget), error, string.Join(" + ", parts.Select(part => part.Name)), memory.Calibration),
        ];
    }

    /// <summary>The component and its size: <c>activation 1.96 GiB</c>.</summary>
    public override string ToString() => $"{Component} {NumberText.AsWritten(Gib)} GiB";
}
