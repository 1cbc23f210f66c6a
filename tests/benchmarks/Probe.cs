using System;
using System.Diagnostics;
using System.Globalization;
using System.IO;
using System.Linq;

namespace LlmSizing.Benchmarks;

/// <summary>What only a fresh process shows: each probe is this program started again, which prints one number.</summary>
internal static class Probe
{
    public const string Switch = "--probe";

    private const string Sizing = "Invoke-LlmSizing -Model opt-oss-20b -Server dgx-b200 -Storage profile_default -Concurrency 500 -EffectiveContext 65536 -KvPrecision fp8";

    /// <summary>The least of several fresh processes, for two probes in turn: what else the machine does can only add.</summary>
    public static (double Measured, double Floor) Least(string name, string floor, int runs)
    {
        double[][] pairs = [.. Enumerable.Range(0, runs).Select(_ => new[] { Start(name), Start(floor) })];
        return (pairs.Min(pair => pair[0]), pairs.Min(pair => pair[1]));
    }

    /// <summary>Runs a probe in this process.</summary>
    public static double Run(string name) => name switch
    {
        "import-empty" => ImportCpuMilliseconds(StagedModule.CreateEmpty(), compiled: true),
        "import" => ImportCpuMilliseconds(StagedModule.Manifest, compiled: true),
        "first-import-empty" => ImportCpuMilliseconds(StagedModule.CreateEmpty(), compiled: false),
        "first-import" => ImportCpuMilliseconds(StagedModule.Manifest, compiled: false),
        "first-completion-floor" => With(engine => engine.CompletionCpuMilliseconds("Write-Floor -Model ", 3)),
        "first-completion" => With(engine => engine.CompletionCpuMilliseconds("Invoke-LlmSizing -Model opt", 1)),
        "first-call-floor" => With(engine => engine.CpuMilliseconds("Write-Floor -Model opt-oss-20b -Server dgx-b200 -Concurrency 500 -EffectiveContext 65536")),
        "first-call" => With(engine => engine.CpuMilliseconds(Sizing)),
        "grid-peak-floor" => PeakMegabytes("Write-Floor -Model opt-oss-20b -Count 10000000 > $null"),
        "grid-peak" => PeakMegabytes("Invoke-LlmSizing -Model opt-oss-20b -Server dgx-b200 -Concurrency (1..2000) -EffectiveContext (1..1667) > $null"),
        "grid-peak-wide" => PeakMegabytes("Invoke-LlmSizing -Model opt-oss-20b -Server dgx-b200 -Concurrency (1..2000) -EffectiveContext (1..1667) -ThrottleLimit 2 > $null"),
        "simulation-peak" => PeakMegabytes(SimulationBenchmarks.Drawn(1_000_000)),
        "simulation-peak-short" => PeakMegabytes(SimulationBenchmarks.Drawn(10_000)),
        "trace-peak" => PeakMegabytes(SimulationBenchmarks.Traced(1_000_000)),
        "trace-peak-short" => PeakMegabytes(SimulationBenchmarks.Traced(10_000)),
        _ => throw new ArgumentException("No such probe: " + name, nameof(name)),
    };

    private static double Start(string name)
    {
        string host = Environment.ProcessPath!;
        string[] arguments = Path.GetFileNameWithoutExtension(host) == "dotnet"
            ? [typeof(Probe).Assembly.Location, Switch, name]
            : [Switch, name];
        using Process process = Process.Start(new ProcessStartInfo(host, arguments) { RedirectStandardOutput = true })!;
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? double.Parse(output, CultureInfo.InvariantCulture)
            : throw new InvalidOperationException($"The probe {name} ended with {process.ExitCode}.");
    }

    // The engine that can be restored as a package is not precompiled, as pwsh's is: an import before the one that counts compiles what any import uses.
    private static double ImportCpuMilliseconds(string manifest, bool compiled)
    {
        using var engine = new Engine();
        if (compiled)
        {
            engine.Import(StagedModule.CreateMinimal());
        }
        return engine.CpuMilliseconds($"Import-Module -Name '{manifest}'");
    }

    private static double With(Func<Engine, double> measure)
    {
        using Engine engine = Engine.WithModule();
        return measure(engine);
    }

    private static double PeakMegabytes(string script)
    {
        using Engine engine = Engine.WithModule();
        engine.Run(script);
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 / 1e6;
    }
}
