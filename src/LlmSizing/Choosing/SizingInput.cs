using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>A number of the question that may vary: which it is, what it may be, and the question with another one.</summary>
public sealed class SizingInput
{
    private readonly Func<ScenarioResult, decimal> read;
    private readonly Func<Requirements, decimal, Requirements> change;

    private SizingInput(string id, NumberRange range, bool isWhole, bool isCost, Func<ScenarioResult, decimal> read, Func<Requirements, decimal, Requirements> change)
    {
        Id = id;
        Range = range;
        IsWhole = isWhole;
        IsCost = isCost;
        this.read = read;
        this.change = change;
    }

    /// <summary>Every input.</summary>
    public static IReadOnlyList<SizingInput> All { get; } =
    [
        new("concurrency", Limits.Concurrency, true, true, result => result.Concurrency,
            (asked, value) => new((long)value, asked.EffectiveContext, asked.KvPrecision, asked.KvBudgetRatio, asked.RuntimeOverheadGib, asked.PeakHeadroomRatio)),
        new("effective_context", Limits.EffectiveContext, true, true, result => result.EffectiveContext,
            (asked, value) => new(asked.Concurrency, (long)value, asked.KvPrecision, asked.KvBudgetRatio, asked.RuntimeOverheadGib, asked.PeakHeadroomRatio)),
        new("kv_budget_ratio", Limits.KvBudgetRatio, false, false, result => result.KvBudgetRatio,
            (asked, value) => new(asked.Concurrency, asked.EffectiveContext, asked.KvPrecision, value, asked.RuntimeOverheadGib, asked.PeakHeadroomRatio)),
        new("runtime_overhead_gib", Limits.RuntimeOverheadGib, false, true, result => result.RuntimeOverheadGib,
            (asked, value) => new(asked.Concurrency, asked.EffectiveContext, asked.KvPrecision, asked.KvBudgetRatio, value, asked.PeakHeadroomRatio)),
        new("peak_headroom_ratio", Limits.PeakHeadroomRatio, false, true, result => result.PeakHeadroomRatio,
            (asked, value) => new(asked.Concurrency, asked.EffectiveContext, asked.KvPrecision, asked.KvBudgetRatio, asked.RuntimeOverheadGib, value)),
    ];

    /// <summary>The name in snake_case.</summary>
    public string Id { get; }

    /// <summary>What it may be.</summary>
    public NumberRange Range { get; }

    /// <summary>Whether it counts; else it has up to nine decimals.</summary>
    public bool IsWhole { get; }

    /// <summary>Whether more of it asks for more nodes, or for as many; else for fewer.</summary>
    public bool IsCost { get; }

    /// <summary>The inputs that a result depends on: an engine takes its own overhead, unless one was asked for.</summary>
    public static IEnumerable<SizingInput> For(ScenarioResult result) =>
        All.Where(input => input.Id != "runtime_overhead_gib" || result.Request.Plan is null or { IsOverheadAsked: true });

    /// <summary>Finds an input by its name; dashes, underscores and case do not matter. Null when it is not known.</summary>
    public static SizingInput? Find(string name) => All.FirstOrDefault(input => Same(input.Id, name));

    /// <summary>The number that a result was planned with.</summary>
    public decimal Of(ScenarioResult result) => read(result);

    /// <summary>The question with another number.</summary>
    /// <exception cref="SizingException">The number is outside its range.</exception>
    public SizingRequest Change(SizingRequest request, decimal value) => request.With(change(request.Requirements, value));

    /// <summary>The requirements with another number.</summary>
    internal Requirements Change(Requirements asked, decimal value) => change(asked, value);

    /// <summary>The number in whole steps of the smallest that counts: one, or a billionth.</summary>
    internal long Steps(decimal value) => IsWhole ? (long)value : Billionths.From(value, Id);

    /// <summary>The number of that many steps.</summary>
    internal decimal Value(long steps) => IsWhole ? steps : Billionths.ToDecimal(steps);

    /// <summary>The nearest number that the input may be.</summary>
    internal decimal Nearest(decimal value) => Math.Min(Math.Max(decimal.Round(value, IsWhole ? 0 : Billionths.Places), Range.Minimum), Range.Maximum);

    /// <summary>The nearest number that the input may be; the same on every runtime.</summary>
    internal decimal Nearest(double value)
    {
        double scale = IsWhole ? 1 : Billionths.One;
        double least = (double)Range.Minimum * scale;
        double most = (double)Range.Maximum * scale;
        return Value((long)Math.Min(Math.Max(Math.Floor((value * scale) + 0.5), least), most));
    }

    /// <summary>The name.</summary>
    public override string ToString() => Id;

    private static bool Same(string id, string name) =>
        string.Equals(id.Replace("_", ""), name.Replace("_", "").Replace("-", ""), StringComparison.OrdinalIgnoreCase);
}
