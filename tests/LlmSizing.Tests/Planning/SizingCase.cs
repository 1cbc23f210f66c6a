using System.Globalization;
using System.Linq;

namespace LlmSizing.Tests.Planning;

/// <summary>One layer group as plain numbers; a window of 0 is full attention.</summary>
internal sealed record LayerCase(long Count, long Heads, long KeyDim, long ValueDim, long Window)
{
    public LayerGroup Create() => Window == 0
        ? new FullAttention(Count, Heads, KeyDim, ValueDim)
        : new SlidingAttention(Count, Heads, KeyDim, Window, ValueDim);
}

/// <summary>A ratio rule as plain numbers.</summary>
internal sealed record RuleCase(decimal Default, decimal Min, decimal Max)
{
    public RatioRule Create(NumberRange range) => new(range, Default, Min, Max);
}

/// <summary>The load as plain numbers; null is not asked for.</summary>
internal sealed record LoadCase(long Concurrency, long Context, decimal? Budget, decimal? Overhead, decimal? Headroom);

/// <summary>A scenario as plain numbers.</summary>
internal sealed record ScenarioCase(RuleCase Headroom, RuleCase Budget, decimal OverheadPerGpu, int ExtraNodes)
{
    public Scenario Create() => new(
        new EntryInfo("scenario"),
        Headroom.Create(Limits.PeakHeadroomRatio),
        Budget.Create(Limits.KvBudgetRatio),
        HaMode.Find(ExtraNodes == 0 ? "none" : "n+" + ExtraNodes.ToString(CultureInfo.InvariantCulture))!,
        OverheadPerGpu);
}

/// <summary>A request and its scenario as plain numbers: what the planner and the oracle both answer.</summary>
internal sealed record SizingCase(
    LayerCase[] Layers, long MaxPositions, int Bytes, decimal? Weights, long Gpus, decimal HbmPerGpuGb, LoadCase Load, ScenarioCase Scenario)
{
    public ScenarioResult Solve()
    {
        KvPrecision precision = KvPrecision.Find(Bytes == 1 ? "fp8" : "bf16")!;
        var model = new Model(new EntryInfo("model"), [.. Layers.Select(layer => layer.Create())], MaxPositions, precision, weightsGib: Weights);
        var server = new Server(new EntryInfo("server"), Gpus, HbmPerGpuGb);
        var load = new Requirements(Load.Concurrency, Load.Context, null, Load.Budget, Load.Overhead, Load.Headroom);
        return Given.Solve(new SizingRequest(model, server, null, load), Scenario.Create());
    }

    public override string ToString() =>
        $"[{string.Join<LayerCase>(", ", Layers)}] max {MaxPositions}, {Bytes} B, weights {Weights}; {Gpus} x {HbmPerGpuGb} GB; {Load}; {Scenario}";
}
