using System;
using System.Collections.Generic;

namespace LlmSizing.Benchmarks;

/// <summary>The planner alone, and what a result costs before anybody asks it to speak.</summary>
internal static class PlannerBenchmarks
{
    private const int Count = 300_000;

    public static void Run(Table table)
    {
        double solve = Measure.Nanoseconds(Count, SolveMany);
        double doubles = Measure.Nanoseconds(Count, DoublesMany);
        table.Add(new Row(
            "CapacityPlanner.Solve", Measure.Text(solve, "ns"), $"{Measure.Text(doubles, "ns")}, same formulas in doubles",
            Measure.Times(solve / doubles), "under 100 ns", solve < 100));

        long before = GC.GetAllocatedBytesForCurrentThread();
        SolveMany();
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        table.Add(new Row("CapacityPlanner.Solve, allocation", $"{allocated} B", "", "", "0 B", allocated == 0));

        Texts texts = NeverLoaded();
        double created = Measure.Nanoseconds(Count, () => CreateMany(texts));
        table.Add(new Row(
            "ScenarioResult made, nothing asked of it", Measure.Text(created, "ns"), $"{Measure.Text(solve, "ns")}, Solve",
            Measure.Times(created / solve), "", true));
    }

    private static void SolveMany()
    {
        long nodes = 0;
        for (int i = 0; i < Count; i++)
        {
            nodes += CapacityPlanner.Solve(Seed.Request, Seed.Scenarios[i % 3]).NodesFinal;
        }
        Keep(nodes);
    }

    private static void CreateMany(Texts texts)
    {
        object? last = null;
        for (int i = 0; i < Count; i++)
        {
            Scenario scenario = Seed.Scenarios[i % 3];
            last = new ScenarioResult(Seed.Request, scenario, CapacityPlanner.Solve(Seed.Request, scenario), texts);
        }
        GC.KeepAlive(last);
    }

    private static void DoublesMany()
    {
        double nodes = 0;
        for (int i = 0; i < Count; i++)
        {
            double headroom = (i % 3) switch { 0 => 0, 1 => 0.2, _ => 0.3 };
            double session = 0;
            foreach (LayerGroup group in Seed.Request.Model.Layers)
            {
                session += 2.0 * group.CachedTokens(65_536) * group.KeyValueHeads!.Value * group.HeadDim!.Value * group.Count;
            }
            double budget = Math.Max(0, ((1440e9 / (1L << 30)) - 120) * 0.7) * (1L << 30);
            double sessions = Math.Floor(budget / session);
            nodes += Math.Ceiling(500 / sessions) + Math.Ceiling(500 * (1 + headroom) / sessions) + (i % 3);
        }
        Keep((long)nodes);
    }

    private static Texts NeverLoaded() => new("none", () => throw new InvalidOperationException("A sentence was asked for while results were only made."));

    private static void Keep(long value)
    {
        if (value == long.MinValue)
        {
            throw new InvalidOperationException("Never: it keeps the loop alive.");
        }
    }
}
