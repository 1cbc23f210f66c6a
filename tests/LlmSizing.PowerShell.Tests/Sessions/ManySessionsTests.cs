using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace LlmSizing.Tests.Sessions;

/// <summary>Many runspaces at once, and a running pipeline that is stopped.</summary>
public sealed class ManySessionsTests
{
    private const string Seed = "Invoke-LlmSizing opt-oss-20b dgx-b200 profile_default -Concurrency 500 -EffectiveContext 65536 -KvPrecision fp8";

    [Fact]
    public void Eight_runspaces_at_once_give_the_same_bytes()
    {
        string[][] reports = new string[8][];
        Parallel.For(0, reports.Length, new ParallelOptions { MaxDegreeOfParallelism = reports.Length }, i =>
        {
            using var own = new Session();
            reports[i] = own.Run($"foreach ($n in 1..5) {{ foreach ($culture in 'en-US', 'pt-BR') {{ foreach ($format in 'Text', 'Markdown', 'Json', 'Csv') {{ {Seed} | Format-SizingReport $format -Culture $culture }} }} }}").Lines;
        });
        Assert.All(reports, texts => Assert.Equal(reports[0], texts));
        Assert.Equal(8, reports[0].Distinct().Count());
    }

    [Fact]
    public void ForEach_Object_Parallel_sizes_in_runspaces_of_its_own()
    {
        using var session = new Session();
        string[] lines = session.Run(
            """
            1..8 | ForEach-Object -ThrottleLimit 4 -Parallel {
                Import-Module $using:args[0]
                Invoke-LlmSizing opt-oss-20b dgx-b200 -Concurrency ($_ * 1000) -EffectiveContext 65536 -Scenario minimum | ForEach-Object { "$($_.Concurrency) $($_.NodesFinal)" }
            }
            """.Replace("$using:args[0]", "'" + Repository.Manifest.Replace("'", "''", StringComparison.Ordinal) + "'", StringComparison.Ordinal)).Lines;
        Assert.Equal(["1000 1", "2000 2", "3000 3", "4000 4", "5000 5", "6000 6", "7000 7", "8000 8"], lines.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Results_cross_runspaces_as_live_objects()
    {
        using var one = new Session();
        using var other = new Session();
        object results = one.Run(Seed).Clean.ToArray();
        Assert.Equal(one.Run(Seed + " | Format-SizingReport").Lines, other.Run("$args[0] | Format-SizingReport", results).Lines);
        Assert.Equal(24, other.Run("$args[0] | Get-SizingMetric", results).Clean.Count);
    }

    [Fact]
    public async Task A_running_grid_of_a_million_stops_and_what_it_wrote_is_whole()
    {
        using Runspace runspace = RunspaceFactory.CreateRunspace(Imported());
        runspace.Open();
        using PowerShell shell = PowerShell.Create(runspace).AddScript("Invoke-LlmSizing opt-oss-20b dgx-b200 -Concurrency (1..1000) -EffectiveContext (1..1000)");
        var output = new PSDataCollection<PSObject>();
        using var begun = new ManualResetEventSlim();
        output.DataAdded += (_, added) =>
        {
            if (added.Index == 100)
            {
                begun.Set();
            }
        };
        Task<PSDataCollection<PSObject>> running = shell.InvokeAsync<PSObject, PSObject>(null, output);
        Assert.True(begun.Wait(TimeSpan.FromSeconds(60)));
        shell.Stop();
        await Assert.ThrowsAsync<PipelineStoppedException>(() => running);

        Assert.Equal(PSInvocationState.Stopped, shell.InvocationStateInfo.State);
        PSObject[] written = [.. output.ReadAll()];
        Assert.InRange(written.Length, 101, 2_999_999);
        string[] scenarios = ["minimum", "recommended", "ideal"];
        IEnumerable<string> expected = Enumerable.Range(0, written.Length).Select(i => $"{1 + (i / 3000)} {1 + (i / 3 % 1000)} {scenarios[i % 3]}");
        Assert.Equal(expected, written.Select(result => $"{result.Properties["Concurrency"].Value} {result.Properties["EffectiveContext"].Value} {result.Properties["Scenario"].Value}"));

        shell.Commands.Clear();
        Assert.Equal(3, (await shell.AddScript(Seed).InvokeAsync()).Count);
    }

    [Fact]
    public void A_session_can_remove_the_module_and_import_it_again()
    {
        using var session = new Session();
        Assert.Equal(
            ["3", "False", "3"],
            session.Run($"({Seed}).Count; Remove-Module LlmSizing; [bool](Get-Command Invoke-LlmSizing -ErrorAction Ignore); Import-Module $args[0]; ({Seed}).Count", Repository.Manifest).Lines);
        Assert.Equal(["3"], session.Run($"Import-Module $args[0] -Force; ({Seed}).Count", Repository.Manifest).Lines);
    }

    private static InitialSessionState Imported()
    {
        InitialSessionState state = InitialSessionState.CreateDefault2();
        state.ThrowOnRunspaceOpenError = true;
        state.ImportPSModule(Repository.Manifest);
        return state;
    }
}
