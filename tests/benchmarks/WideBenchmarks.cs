using System;
using System.Diagnostics;

namespace LlmSizing.Benchmarks;

/// <summary>A grid of ten million results on one core and on two.</summary>
internal static class WideBenchmarks
{
    private const int Runs = 3;
    private const string Grid = "Invoke-LlmSizing -Model opt-oss-20b -Server dgx-b200 -Concurrency (1..2000) -EffectiveContext (1..1667) -ThrottleLimit ";

    public static void Run(Table table)
    {
        using (Engine engine = Engine.WithModule())
        {
            engine.Run(Grid + "2 > $null");
            (double wall, double cpu)[] least = [(double.MaxValue, double.MaxValue), (double.MaxValue, double.MaxValue)];
            for (int run = 0; run < Runs; run++)
            {
                for (int workers = 1; workers <= 2; workers++)
                {
                    (double wall, double cpu) = Timed(engine, workers);
                    least[workers - 1] = (Math.Min(wall, least[workers - 1].wall), Math.Min(cpu, least[workers - 1].cpu));
                }
            }
            double speedup = least[0].wall / least[1].wall;
            table.Add(new Row(
                "10 million results on two cores, by the clock", Measure.Text(least[1].wall, "ms"), $"{Measure.Text(least[0].wall, "ms")}, one core",
                Measure.Times(speedup), "at least 1.6x", speedup >= 1.6));
            double work = least[1].cpu / least[0].cpu;
            table.Add(new Row(
                "10 million results on two cores, CPU time", Measure.Text(least[1].cpu, "ms"), $"{Measure.Text(least[0].cpu, "ms")}, one core",
                Measure.Times(work), "at most 1.25x", work <= 1.25));
        }
        (double peak, double floor) = Probe.Least("grid-peak-wide", "grid-peak-floor", 1);
        table.Add(new Row(
            "Peak memory of 10 million results on two cores", Measure.Text(peak, "MB"), $"{Measure.Text(floor, "MB")}, objects that say nothing",
            Measure.Times(peak / floor), "under 250 MB", peak < 250));
    }

    private static (double Wall, double Cpu) Timed(Engine engine, int workers)
    {
        long start = Stopwatch.GetTimestamp();
        double cpu = engine.CpuMilliseconds(Grid + workers + " > $null");
        return (Stopwatch.GetElapsedTime(start).TotalMilliseconds, cpu);
    }
}
