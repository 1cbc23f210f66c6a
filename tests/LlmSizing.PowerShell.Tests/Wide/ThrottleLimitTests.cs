using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace LlmSizing.Tests.Wide;

/// <summary>Several workers write what one writes: the same results and errors, in the same order.</summary>
public sealed class ThrottleLimitTests(Session session) : IClassFixture<Session>
{
    private const string Grid = "Invoke-LlmSizing opt-oss-20b, opt-oss-120b dgx-h100, dgx-b200 profile_default -Concurrency (1..7) -EffectiveContext 8192, 65536 -KvPrecision fp8, bf16 -PeakHeadroomRatio 0.1, 0.4";

    // The weights of some models are unknown, so that a placement of theirs is refused.
    private const string WithErrors = "Invoke-LlmSizing $args[0] dgx-h100 -Concurrency (1..40) -EffectiveContext 8192 -TensorParallel 2 -Scenario minimum";

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(64)]
    public void The_report_of_a_grid_is_the_same_bytes_as_one_workers(int workers)
    {
        foreach (string format in new[] { "Csv", "Json" })
        {
            Assert.Equal(
                session.Run($"{Grid} | Format-SizingReport {format} -Culture en-US").Lines,
                session.Run($"{Grid} -ThrottleLimit {workers} | Format-SizingReport {format} -Culture en-US").Lines);
        }
    }

    [Fact]
    public void Errors_stand_where_their_combination_stands()
    {
        string[] models = ["qwen3-8b", NeverPlaced(), "llama-3.1-8b"];
        RunResult one = session.Run(WithErrors + " 2>&1 | ForEach-Object { [string]$_ }", (object)models);
        RunResult several = session.Run(WithErrors + " -ThrottleLimit 3 2>&1 | ForEach-Object { [string]$_ }", (object)models);
        Assert.Equal(120, one.Lines.Length);
        Assert.All(one.Lines[40..80], line => Assert.DoesNotContain(" on dgx-h100", line));
        Assert.Equal(one.Lines, several.Lines);
    }

    [Fact]
    public void An_error_that_shall_stop_stops_at_its_combination()
    {
        string[] models = ["qwen3-8b", NeverPlaced(), "llama-3.1-8b"];
        RunResult stopped = session.Run(WithErrors + " -ThrottleLimit 3 -ErrorAction Stop", (object)models);
        Assert.Equal(40, stopped.Output.Count);
        Assert.Single(stopped.Errors);
    }

    [Fact]
    public void Who_takes_the_first_results_stops_the_workers() => Assert.Equal(
        ["1", "1", "1"],
        session.Run(
            """
            foreach ($n in 1..3) {
                & { Invoke-LlmSizing opt-oss-20b dgx-b200 -Concurrency (1..100000) -EffectiveContext (1..100000) -ThrottleLimit 4 | ForEach-Object { $_.Concurrency; break } }
            }
            """.Replace("& {", "do {", StringComparison.Ordinal).Replace("} }", "} } while ($false)", StringComparison.Ordinal)).Lines);

    [Fact]
    public void A_single_combination_takes_no_workers() => Assert.Equal(
        3, session.Run("Invoke-LlmSizing opt-oss-20b dgx-b200 -Concurrency 500 -EffectiveContext 65536 -ThrottleLimit 1024").Clean.Count);

    [Theory]
    [InlineData("0")]
    [InlineData("1025")]
    [InlineData("-1")]
    [InlineData("'2,5'")]
    [InlineData("2.5")]
    [InlineData("''")]
    [InlineData("'x'")]
    public void Another_number_of_workers_is_refused_with_the_range(string workers)
    {
        RunResult refused = session.Run($"Invoke-LlmSizing opt-oss-20b dgx-b200 -Concurrency 500 -EffectiveContext 65536 -ThrottleLimit {workers}");
        Assert.Empty(refused.Output);
        Assert.Contains("from 1 to 1024", refused.Errors.Single().Exception.Message);
    }

    [Fact]
    public async Task A_running_grid_stops_at_once_and_what_it_wrote_is_whole()
    {
        InitialSessionState state = InitialSessionState.CreateDefault2();
        state.ImportPSModule(Repository.Manifest);
        using Runspace runspace = RunspaceFactory.CreateRunspace(state);
        runspace.Open();
        using PowerShell shell = PowerShell.Create(runspace).AddScript("Invoke-LlmSizing opt-oss-20b dgx-b200 -Concurrency (1..100000) -EffectiveContext (1..1000) -Scenario minimum -ThrottleLimit 4");
        var output = new PSDataCollection<PSObject>();
        using var begun = new ManualResetEventSlim();
        output.DataAdded += (_, added) =>
        {
            if (added.Index == 20_000)
            {
                begun.Set();
            }
        };
        Task<PSDataCollection<PSObject>> running = shell.InvokeAsync<PSObject, PSObject>(null, output);
        Assert.True(begun.Wait(TimeSpan.FromSeconds(60)));
        shell.Stop();
        await Assert.ThrowsAsync<PipelineStoppedException>(() => running);

        string[] written = [.. output.ReadAll().Select(result => $"{result.Properties["Concurrency"].Value} {result.Properties["EffectiveContext"].Value}")];
        Assert.InRange(written.Length, 20_001, 99_999_999);
        IEnumerable<string> expected = Enumerable.Range(0, written.Length).Select(i => $"{1 + (i / 1000)} {1 + (i % 1000)}");
        Assert.Equal(expected, written);
    }

    private string NeverPlaced() => session.Run("(Get-LlmModel | Where-Object { -not $_.Architecture })[0].Name").Lines.Single();
}
