using System;

namespace LlmSizing;

/// <summary>A way to plan: how much headroom, how many spare nodes, how much of the memory for the KV cache.</summary>
public sealed class Scenario : CatalogEntry
{
    private static readonly NumberRange OverheadPerGpu = new("runtime_overhead_gib_per_gpu", 0, 1000, "GiB");

    /// <summary>Creates a scenario.</summary>
    /// <param name="info">Name, references.</param>
    /// <param name="peakHeadroom">The rule of the peak headroom.</param>
    /// <param name="kvBudget">The rule of the KV budget.</param>
    /// <param name="haMode">The spare nodes.</param>
    /// <param name="runtimeOverheadGibPerGpu">GiB of each GPU that are not KV cache when no overhead is asked for, 0 to 1000.</param>
    /// <exception cref="SizingException">A number outside its range, or a rule that admits one.</exception>
    public Scenario(EntryInfo info, RatioRule peakHeadroom, RatioRule kvBudget, HaMode haMode, decimal runtimeOverheadGibPerGpu)
        : base(info)
    {
        Name = info.Name;
        PeakHeadroom = Within(Limits.PeakHeadroomRatio, peakHeadroom);
        KvBudget = Within(Limits.KvBudgetRatio, kvBudget);
        HaMode = haMode ?? throw new ArgumentNullException(nameof(haMode));
        RuntimeOverheadGibPerGpu = OverheadPerGpu.Check(runtimeOverheadGibPerGpu);
        OverheadPerGpuBillionths = Billionths.From(runtimeOverheadGibPerGpu, OverheadPerGpu.Name);
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <summary>The spare nodes.</summary>
    public HaMode HaMode { get; }

    /// <summary>The rule of the peak headroom.</summary>
    public RatioRule PeakHeadroom { get; }

    /// <summary>The rule of the KV budget.</summary>
    public RatioRule KvBudget { get; }

    /// <summary>GiB of each GPU that are not KV cache when no overhead is asked for.</summary>
    public decimal RuntimeOverheadGibPerGpu { get; }

    internal long OverheadPerGpuBillionths { get; }

    /// <summary>The same way to plan with other spare nodes.</summary>
    /// <param name="mode">The spare nodes.</param>
    public Scenario WithHaMode(HaMode mode) =>
        new(new EntryInfo(Name, Aliases, References, Estimate, Notes, Source), PeakHeadroom, KvBudget, mode, RuntimeOverheadGibPerGpu);

    // A rule brings a range of its own; the planner's arithmetic holds for the ratio's.
    private static RatioRule Within(NumberRange range, RatioRule rule)
    {
        range.Check(rule.Minimum);
        range.Check(rule.Maximum);
        return rule;
    }
}
