using System;
using System.Numerics;
using CsCheck;

namespace LlmSizing.Tests.Planning;

/// <summary>Random cases that sit on the edges of floors, ceilings, windows and 64-bit integers more often than beside them.</summary>
internal static class SizingCaseGen
{
    private const decimal E9 = 1_000_000_000m;

    private static readonly Gen<decimal> Unit = Gen.Frequency(
        (6, Gen.OneOf(0m, 1m, 0.5m, 0.25m, 0.2m, 0.7m, 0.65m, 0.75m)),
        (2, Gen.OneOf(0.000000001m, 0.333333333m, 0.666666667m, 0.999999999m)),
        (2, Gen.Long[0, 1_000_000_000].Select(billionths => billionths / E9)));

    private static readonly Gen<decimal> Ten = Gen.Frequency(
        (3, Gen.OneOf(0m, 10m, 1m, 0.2m, 0.3m)),
        (2, Unit),
        (1, Gen.Long[0, 10_000_000_000].Select(billionths => billionths / E9)));

    private static readonly Gen<decimal> Overhead = Gen.Frequency(
        (3, Gen.OneOf(0m, 120m, 1_000_000m)),
        (3, Gen.Int[0, 2000].Select(gib => (decimal)gib)),
        (2, Gen.OneOf(0.000000001m, 0.999999999m, 119.999999999m)),
        (2, Gen.Long[0, 1_000_000_000_000_000].Select(billionths => billionths / E9)));

    private static readonly Gen<long> Context = Gen.Frequency(
        (2, Gen.OneOf(1L, 2L, 128L, 65_536L, 131_072L, 1_000_000_000L)),
        (2, Gen.Long[1, 300]),
        (2, Gen.Long[1, 1_000_000_000]));

    private static readonly Gen<long> Concurrency = Gen.Frequency(
        (2, Gen.OneOf(1L, 1_000_000_000L, 999_999_999L, 500L, 600L)),
        (3, Gen.Long[1, 200]),
        (2, Gen.Long[1, 1_000_000_000]));

    private static readonly Gen<long> Dim = Gen.Frequency(
        (100, Gen.OneOf(1L, 8L, 64L, 128L)),
        (50, Gen.Long[1, 512]),
        (4, Gen.OneOf(1L << 20, 1L << 24, 1L << 31)),
        (1, Gen.OneOf(long.MaxValue, long.MaxValue / 2, (long.MaxValue / 2) + 1)));

    private static readonly Gen<long> Window = Gen.Frequency(
        (4, Gen.Const(0L)),
        (4, Gen.Long[1, 300]),
        (1, Gen.OneOf(1L, 128L, 1_000_000_000L, long.MaxValue)));

    private static readonly Gen<LayerCase> Layer = Gen.Select(Dim, Dim, Dim, Gen.Bool, Window,
        (count, heads, dim, sameDim, window) => new LayerCase(count, heads, dim, sameDim ? dim : Math.Max(1, dim / 2), window));

    private static readonly Gen<RuleCase> HeadroomRule = Rule(Ten);
    private static readonly Gen<RuleCase> BudgetRule = Rule(Unit);

    private static readonly Gen<ScenarioCase> Scenario = Gen.Select(
        HeadroomRule, BudgetRule, Gen.OneOf(15m, 0m, 1000m, 0.000000001m), Gen.OneOf(0, 1, 2, 99),
        (headroom, budget, overhead, extra) => new ScenarioCase(headroom, budget, overhead, extra));

    private static readonly Gen<LoadCase> Load = Gen.Select(
        Concurrency, Context, Maybe(Unit), Maybe(Overhead), Maybe(Ten),
        (concurrency, context, budget, overhead, headroom) => new LoadCase(concurrency, context, budget, overhead, headroom));

    private static readonly Gen<long> MaxPositions = Gen.Frequency(
        (2, Context), (1, Gen.OneOf(1L, 131_072L, long.MaxValue)));

    private static readonly Gen<decimal> Hbm = Gen.Frequency(
        (4, Gen.OneOf(180m, 80m, 141m)),
        (2, Gen.Long[1, 1_000_000_000_000].Select(bytes => bytes / E9)),
        (1, Gen.OneOf(0.000000001m, 9_223_372_036m, 9_223_372_035.999999999m)));

    private static readonly Gen<SizingCase> Free = Gen.Select(
        Layer.Array[1, 3], MaxPositions, Gen.OneOf(1, 2), Maybe(Overhead),
        Gen.Frequency((4, Gen.OneOf(1L, 8L)), (1, Gen.OneOf(72L, 1_000_000L))), Hbm, Load, Scenario,
        (layers, positions, bytes, weights, gpus, hbm, load, scenario) =>
            new SizingCase(layers, positions, bytes, weights > 0 ? weights : null, gpus, hbm, load, scenario));

    /// <summary>Every case; three in four are moved onto an edge.</summary>
    public static readonly Gen<SizingCase> All = Gen.Select(
        Free, Gen.Int[0, 11], Gen.Int[0, 4], Gen.Long[1, 60], Gen.Int[-1, 1],
        (free, contextEdge, memoryEdge, sessions, step) => OnMemoryEdge(OnContextEdge(free, contextEdge, step), memoryEdge, sessions, step));

    private static SizingCase OnContextEdge(SizingCase given, int edge, int step)
    {
        long window = given.Layers[0].Window;
        long target = edge switch
        {
            < 4 => given.MaxPositions,
            < 8 => window,
            _ => given.Load.Context,
        };
        return target is < 2 or > 999_999_999 || edge > 7
            ? given
            : given with { Load = given.Load with { Context = target + step }, MaxPositions = edge < 4 ? given.MaxPositions : Math.Max(given.MaxPositions, target + 1) };
    }

    private static SizingCase OnMemoryEdge(SizingCase given, int edge, long sessions, int step)
    {
        if (edge == 0)
        {
            return given;
        }
        // One GPU, so that its memory is the node's to the byte; a ratio whose inverse is whole, so that the budget is too.
        decimal overhead = given.Load.Overhead is decimal asked and < 1_000_000 ? asked : 15;
        decimal ratio = (edge % 2) == 0 ? 1m : 0.2m;
        BigInteger taken = ((Fraction)overhead * Oracle.BytesPerGib).Ceiling();
        BigInteger left = edge < 3 ? 0 : Oracle.PerSession(given, Oracle.Context(given)) * sessions * (ratio == 1m ? 1 : 5);
        BigInteger memory = taken + left + step;
        if (memory <= 0 || memory > 9_223_372_036 * (BigInteger)1_000_000_000)
        {
            return given;
        }
        decimal gb = (decimal)memory / E9;
        LoadCase load = given.Load with { Overhead = overhead, Budget = ratio, Concurrency = Math.Min(1_000_000_000, Math.Max(1, (given.Load.Concurrency / sessions * sessions) + step)) };
        return given with { Gpus = 1, HbmPerGpuGb = gb, Load = load, Scenario = given.Scenario with { Budget = new RuleCase(0.7m, 0, 1) } };
    }

    private static Gen<RuleCase> Rule(Gen<decimal> ratio) =>
        Gen.Select(ratio, ratio, ratio, (value, a, b) => new RuleCase(value, Math.Min(a, b), Math.Max(a, b)));

    private static Gen<decimal?> Maybe(Gen<decimal> gen) => Gen.Frequency((1, Gen.Const((decimal?)null)), (2, gen.Select(value => (decimal?)value)));
}
