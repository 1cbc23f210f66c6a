using System;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace LlmSizing.Tests.Sessions;

/// <summary>Ctrl+C ends what would take minutes: at once, without a result that is not whole, and the session goes on.</summary>
public sealed class StopTests
{
    // What is stopped would run for minutes, and a machine that does other things may be late by seconds.
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    [Theory]
    [InlineData("-RequestsPerSecond 5 -Requests 1000000000")]
    [InlineData("-Concurrency 1000 -Requests 1000000000")]
    [InlineData("-RequestsPerSecond 500 -Replicas 64 -Policy prefix-aware -DurationSeconds 100000000")]
    public Task A_simulation_stops(string load) => Stops(
        $"Invoke-LlmSimulation llama-3.3-70b dgx-h100 -TensorParallel 8 -InputTokens 'lognormal(1200,0.8)' -OutputTokens 200 {load}");

    [Theory]
    [InlineData("-Uncertainty 0.2 -Draws 10000000 -Seed 1, 2, 3, 4, 5, 6, 7, 8, 9")]
    [InlineData("-Distribution @{ concurrency = 'lognormal(500,0.3)' } -Draws 10000000 -Seed 1, 2, 3, 4, 5, 6, 7, 8, 9")]
    public Task A_sensitivity_stops(string draws) => Stops(
        "Invoke-LlmSizing llama-3.3-70b dgx-h100 -Concurrency 500 -EffectiveContext 8192 -TensorParallel 8 -Scenario recommended | Measure-LlmSensitivity " + draws);

    [Theory]
    [InlineData("-Pareto")]
    [InlineData("-Goal MostThroughput")]
    public Task A_search_of_placements_stops(string goal) => Stops(
        "Find-LlmPlacement deepseek-v3 -Concurrency 1000000 -InputTokens 60000 -OutputTokens 60000 -Engine vllm, sglang, tensorrt-llm -Quantization published, bf16, fp8, int8, mxfp8, mxfp4, nvfp4, awq_g128, int4_g128 -KvPrecision bf16, fp8 " + goal);

    [Fact]
    public async Task A_comparison_with_benchmarks_stops()
    {
        using var folder = new TempFolder();
        string run = File.ReadAllText(Repository.PathOf("docs", "examples", "vllm-bench.json"));
        string line = string.Concat(run.Split('\n').Select(part => part.Trim()));
        string path = folder.Write("runs.jsonl", string.Join('\n', Enumerable.Repeat(line, 100_000)));

        await Stops($"Compare-BenchmarkRun '{path}' dgx-h100 -TensorParallel 1, 2, 4, 8 -Engine vllm, sglang > $null");
    }

    private static async Task Stops(string script)
    {
        InitialSessionState state = InitialSessionState.CreateDefault2();
        state.ImportPSModule(Repository.Manifest);
        using Runspace runspace = RunspaceFactory.CreateRunspace(state);
        runspace.Open();
        using PowerShell shell = PowerShell.Create(runspace).AddScript($"'begun'; {script}");
        var output = new PSDataCollection<PSObject>();
        using var begun = new ManualResetEventSlim();
        output.DataAdded += (_, _) => begun.Set();
        Task<PSDataCollection<PSObject>> running = shell.InvokeAsync<PSObject, PSObject>(null, output);
        Assert.True(begun.Wait(TimeSpan.FromSeconds(60)));
        await Task.Delay(500);
        Assert.False(running.IsCompleted);

        var watch = Stopwatch.StartNew();
        shell.Stop();
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, Soon);
        await Assert.ThrowsAsync<PipelineStoppedException>(() => running);
        Assert.Equal(["begun"], output.ReadAll().Select(item => item.ToString()));

        shell.Commands.Clear();
        Assert.Equal(2, (int)(await shell.AddScript("1 + 1").InvokeAsync()).Single().BaseObject);
    }
}
