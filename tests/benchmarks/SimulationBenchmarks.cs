using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace LlmSizing.Benchmarks;

/// <summary>A million requests through the simulation, against the least that an event loop of as many could do; memory against a hundredth of them.</summary>
internal static class SimulationBenchmarks
{
    private const int Requests = 1_000_000;
    private const int Runs = 5;
    private const string Input = "lognormal(1200,0.8)";
    private const string Output = "lognormal(200,0.6)";
    private const string Command = "Invoke-LlmSimulation llama-3.3-70b hgx-h100-8 -TensorParallel 8";
    private const string Lengths = $" -InputTokens '{Input}' -OutputTokens '{Output}'";

    public static void Run(Table table)
    {
        using (Engine engine = Engine.WithModule())
        {
            table.Add(Time(engine, "1,000,000 simulated requests on one replica", "-RequestsPerSecond 5"));
            table.Add(Time(engine, "1,000,000 simulated requests on four replicas", "-RequestsPerSecond 20 -Replicas 4"));
            table.Add(Time(engine, "1,000,000 simulated requests of 128 users in turn", "-Concurrency 128"));
        }
        table.Add(Memory("Peak memory of 1,000,000 simulated requests", "simulation-peak"));
        table.Add(Memory("Peak memory of a trace of 1,000,000 requests", "trace-peak"));
    }

    /// <summary>The script of a probe: so many requests that are drawn.</summary>
    public static string Drawn(int requests) => $"{Command}{Lengths} -RequestsPerSecond 5 -Requests {requests} > $null";

    /// <summary>The script of a probe: so many requests of a file, which is written first.</summary>
    public static string Traced(int requests)
    {
        string path = Path.Combine(Path.GetTempPath(), $"llmsizing-trace-{requests}.csv");
        using var writer = new StreamWriter(path);
        writer.Write("TIMESTAMP,ContextTokens,GeneratedTokens\n");
        for (int i = 0; i < requests; i++)
        {
            writer.Write(FormattableString.Invariant($"{new DateTime(2024, 1, 1).AddMilliseconds(200L * i):yyyy-MM-dd HH:mm:ss.fff},{500 + (i * 7919L % 2000)},{50 + (i * 104_729L % 300)}\n"));
        }
        return $"{Command} -Trace '{path}' > $null; [IO.File]::Delete('{path}')";
    }

    private static Row Time(Engine engine, string what, string load)
    {
        string script = $"{Command}{Lengths} {load} -Requests {Requests} > $null";
        engine.Run(script);
        EventLoop();
        (double Measured, double Floor)[] runs = [.. Enumerable.Range(0, Runs).Select(_ => (engine.CpuMilliseconds(script), Measure.CpuMilliseconds(EventLoop)))];
        double measured = runs.Min(run => run.Measured);
        double floor = runs.Min(run => run.Floor);
        return new Row(what, Measure.Text(measured, "ms"), $"{Measure.Text(floor, "ms")}, three events each, no steps", Measure.Times(measured / floor), "under 10 s, 10x", measured < 10_000 && measured < 10 * floor);
    }

    private static Row Memory(string what, string probe)
    {
        (double peak, double floor) = Probe.Least(probe, probe + "-short", 3);
        return new Row(what, Measure.Text(peak, "MB"), $"{Measure.Text(floor, "MB")}, 10,000 of them", Measure.Times(peak / floor), "at most 1.1x", peak <= 1.1 * floor);
    }

    // Every request is drawn, comes, has its first token and ends, in the order of time.
    private static void EventLoop()
    {
        var random = new SeededRandom(1);
        var input = Distribution.Parse(Input, "input");
        var output = Distribution.Parse(Output, "output");
        var gap = Distribution.Parse("exponential(0.2)", "gap");
        var events = new PriorityQueue<(double Input, double Output), double>();
        double arrival = 0;
        double sum = 0;
        for (int come = 0; come < Requests || events.Count > 0;)
        {
            if (come < Requests && !(events.TryPeek(out _, out double first) && first <= arrival))
            {
                double tokens = output.Sample(random);
                events.Enqueue((input.Sample(random), tokens), arrival + 0.1);
                arrival += gap.Sample(random);
                come++;
            }
            else if (events.TryDequeue(out (double Input, double Output) request, out double now))
            {
                sum += now;
                if (request.Output > 0)
                {
                    events.Enqueue((request.Input, 0), now + (request.Output * 0.02));
                }
            }
        }
        GC.KeepAlive(sum);
    }
}
