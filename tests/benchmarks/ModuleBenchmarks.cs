using System;
using System.Diagnostics;
using System.Linq;
using System.Management.Automation;
using System.Threading;

namespace LlmSizing.Benchmarks;

/// <summary>The module in the real engine.</summary>
internal static class ModuleBenchmarks
{
    private const int Processes = 7;

    public static void Run(Table table)
    {
        (double import, double empty) = Probe.Least("import", "import-empty", Processes);
        table.Add(new Row(
            "Import-Module, fresh process", Measure.Text(import, "ms"), $"{Measure.Text(empty, "ms")}, an empty manifest",
            Measure.Times(import / empty), "floor + 50 ms", import - empty <= 50));
        (import, empty) = Probe.Least("first-import", "first-import-empty", Processes);
        table.Add(new Row(
            "Import-Module, the engine compiled on the way", Measure.Text(import, "ms"), $"{Measure.Text(empty, "ms")}, an empty manifest",
            Measure.Times(import / empty), "", true));

        (double completion, double floor) = Probe.Least("first-completion", "first-completion-floor", Processes);
        table.Add(new Row(
            "First completion of -Model, fresh process", Measure.Text(completion, "ms"), $"{Measure.Text(floor, "ms")}, of three constants",
            Measure.Times(completion / floor), "floor + 150 ms", completion - floor <= 150));

        (double call, floor) = Probe.Least("first-call", "first-call-floor", Processes);
        table.Add(new Row(
            "First Invoke-LlmSizing, catalogs read, fresh process", Measure.Text(call, "ms"), $"{Measure.Text(floor, "ms")}, a cmdlet that only writes",
            Measure.Times(call / floor), "at most 250 ms", call <= 250));

        using (Engine engine = Engine.WithModule())
        {
            WarmCompletion(table, engine);
            ByValue(table, engine);
            Grid(table, engine);
            Stop(table, engine);
        }

        (double peak, floor) = Probe.Least("grid-peak", "grid-peak-floor", 1);
        table.Add(new Row(
            "Peak memory of a streamed grid of 10 million", Measure.Text(peak, "MB"), $"{Measure.Text(floor, "MB")}, objects that say nothing",
            Measure.Times(peak / floor), "under 200 MB", peak < 200));
    }

    private static void WarmCompletion(Table table, Engine engine)
    {
        (double completion, double floor) = Least(
            25,
            () => engine.CompletionCpuMilliseconds("Invoke-LlmSizing -Model opt", 1),
            () => engine.CompletionCpuMilliseconds("Write-Floor -Model ", 3));
        table.Add(new Row(
            "Completion of -Model, warm", Measure.Text(completion, "ms"), $"{Measure.Text(floor, "ms")}, of three constants",
            Measure.Times(completion / floor), "at most 5 ms", completion <= 5));
    }

    private static void ByValue(Table table, Engine engine)
    {
        const int Records = 20_000;
        engine.Run($"$model = Get-LlmModel opt-oss-20b; $server = Get-LlmServer dgx-b200; $models = @($model) * {Records}");
        (double piped, double floor) = Least(
            9,
            () => engine.CpuMilliseconds("$models | Invoke-LlmSizing -Server $server -Concurrency 500 -EffectiveContext 65536 > $null"),
            () => engine.CpuMilliseconds("$models | Write-Floor -Server $server -Concurrency 500 -EffectiveContext 65536 > $null"));
        table.Add(new Row(
            "Invoke-LlmSizing by value in a pipe, a record", Measure.Text(piped * 1e3 / Records, "us"), $"{Measure.Text(floor * 1e3 / Records, "us")}, a cmdlet that only writes",
            Measure.Times(piped / floor), "at most 2x", piped <= 2 * floor));
    }

    private static void Grid(Table table, Engine engine)
    {
        const int Results = 3 * 1000 * 334;
        (double grid, double floor) = Least(
            9,
            () => engine.CpuMilliseconds("Invoke-LlmSizing -Model $model -Server $server -Concurrency (1..1000) -EffectiveContext (1..334) > $null"),
            () => engine.CpuMilliseconds($"Write-Floor -Model $model -Count {Results} > $null"));
        double rate = Results / grid / 1e3;
        table.Add(new Row(
            "A grid of arrays, results a second on one core", Measure.Text(rate, "M/s"), $"{Measure.Text(Results / floor / 1e3, "M/s")}, a cmdlet that only writes",
            Measure.Times(grid / floor), "at least 2 M/s", rate >= 2));

        const int Calls = 3_000;
        engine.Run(ScriptSizing.Definition);
        (double script, _) = Least(5, () => engine.CpuMilliseconds($"& {{ {ScriptSizing.Call(Calls)} }} > $null"), () => 0);
        double scriptRate = Calls * 3 / script / 1e3;
        table.Add(new Row(
            "The same grid against the formulas in script", Measure.Text(rate * 1e6, "/s"), $"{Measure.Text(scriptRate * 1e6, "/s")}, an advanced function",
            Measure.Times(rate / scriptRate), "at least 300x", rate >= 300 * scriptRate));
    }

    private static void Stop(Table table, Engine engine)
    {
        double stopped = Enumerable.Range(0, 9).Max(_ => StopMilliseconds(engine));
        table.Add(new Row("Stop() on a running grid of a million, the worst of nine", Measure.Text(stopped, "ms"), "", "", "under 100 ms", stopped < 100));
    }

    private static double StopMilliseconds(Engine engine)
    {
        using PowerShell shell = engine.Create("Invoke-LlmSizing -Model $model -Server $server -Concurrency (1..1000) -EffectiveContext (1..334)");
        using var output = new PSDataCollection<PSObject>();
        shell.BeginInvoke<PSObject, PSObject>(null, output);
        SpinWait.SpinUntil(() => output.Count > 1000);
        long start = Stopwatch.GetTimestamp();
        shell.Stop();
        double elapsed = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return shell.InvocationStateInfo.State == PSInvocationState.Stopped
            ? elapsed
            : throw new InvalidOperationException("The grid ended before it was stopped.");
    }

    // In turn, after two of each that let the compiler settle; the least, since what else the machine does can only add.
    private static (double Measured, double Floor) Least(int runs, Func<double> measured, Func<double> floor)
    {
        double[][] pairs = [.. Enumerable.Range(0, runs + 2).Select(_ => new[] { measured(), floor() }).Skip(2)];
        return (pairs.Min(pair => pair[0]), pairs.Min(pair => pair[1]));
    }
}
