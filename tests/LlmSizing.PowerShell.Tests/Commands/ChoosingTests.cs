using System;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;
using System.Threading;
using System.Threading.Tasks;
using Xunit;

namespace LlmSizing.Tests.Commands;

/// <summary>Capacity, growth and sensitivity, as an operator asks for them.</summary>
public sealed class ChoosingTests(Session session) : IClassFixture<Session>
{
    private const string Load = "Invoke-LlmSizing opt-oss-20b dgx-b200 -Concurrency 5000 -EffectiveContext 65536 -KvPrecision fp8 -Scenario minimum";

    [Fact]
    public void What_a_fleet_carries_sizes_back_to_it() => Assert.Equal(
        ["4548", "4", "5"],
        session.Run(
            """
            $carried = (Get-LlmCapacity opt-oss-20b dgx-b200 -Nodes 4 -EffectiveContext 65536 -KvPrecision fp8 -Scenario minimum).Sessions
            $carried
            (Invoke-LlmSizing opt-oss-20b dgx-b200 -Concurrency $carried -EffectiveContext 65536 -KvPrecision fp8 -Scenario minimum).NodesFinal
            (Invoke-LlmSizing opt-oss-20b dgx-b200 -Concurrency ($carried + 1) -EffectiveContext 65536 -KvPrecision fp8 -Scenario minimum).NodesFinal
            """).Lines);

    [Fact]
    public void A_result_from_the_pipe_keeps_its_question() => Assert.Equal(
        ["2274 tp8 vllm", "2274"],
        session.Run(
            $$"""
            Invoke-LlmSizing llama-3.3-70b hgx-h100-8 -Concurrency 5 -EffectiveContext 8192 -TensorParallel 8 -Engine vllm -Scenario minimum |
                Get-LlmCapacity -Nodes 2 | ForEach-Object { "$(if ($_.Sessions -gt 0) { 2274 }) $($_.Placement) $($_.Engine)" }
            ({{Load}} | Get-LlmCapacity -Nodes 2).Sessions
            """).Lines);

    [Fact]
    public void A_record_of_a_csv_file_is_a_request() => Assert.Equal(
        ["1137", "2274"],
        session.Run(
            """
            [pscustomobject]@{ model = 'opt-oss-20b'; server = 'dgx-b200'; nodes = '1'; effective_context = '65536'; scenario = 'minimum'; kv_precision = 'fp8' },
            [pscustomobject]@{ model = 'opt-oss-20b'; server = 'dgx-b200'; nodes = '2'; effective_context = '65536'; scenario = 'minimum'; kv_precision = 'fp8' } |
                Get-LlmCapacity | ForEach-Object Sessions
            """).Lines);

    [Theory]
    [InlineData("-ActiveShare 0.1 -ResponseSeconds 20")]
    [InlineData("-ThinkTimeSeconds 60")]
    public void Users_are_counted_in_one_way(string arguments)
    {
        RunResult run = session.Run($"{Load} | Get-LlmCapacity -Nodes 2 {arguments}");
        Assert.Empty(run.Output);
        Assert.StartsWith("UsersNotClear,", run.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
    }

    [Fact]
    public void Growth_is_a_row_a_month_or_a_summary()
    {
        Assert.Equal(25, session.Run($"{Load} | Measure-LlmGrowth 0.08 -Months 24").Clean.Count);
        PSObject plan = session.Run($"{Load} | Measure-LlmGrowth 0.08 -Months 24 -OwnedNodes 5 -Summary").Clean.Single()!;
        Assert.Equal(25, session.Run("$args[0].Months.Count", plan).Clean.Single()!.BaseObject);
        Assert.False(plan.Properties["PurchaseMonths"].Value.ToString()!.StartsWith('0'));
    }

    [Fact]
    public void Growth_that_leaves_the_range_is_an_error_and_the_next_result_is_planned()
    {
        RunResult run = session.Run($"{Load} | Measure-LlmGrowth 10, 0.01 -Months 10 -Summary");
        Assert.Single(run.Output);
        Assert.Contains("Month ", run.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sensitivity_has_a_row_an_input() => Assert.Equal(
        5, session.Run($"{Load} | Measure-LlmSensitivity").Clean.Select(row => row!.Properties["Input"].Value).Distinct().Count());

    [Fact]
    public void The_same_seed_gives_the_same_bytes()
    {
        string[] Shares(int seed) => session.Run($"({Load} | Measure-LlmSensitivity -Distribution @{{ concurrency = 'lognormal(5000,0.3)' }} -Draws 5000 -Seed {seed}).Shares").Lines;
        Assert.Equal(Shares(3), Shares(3));
        Assert.NotEqual(Shares(3), Shares(4));
    }

    [Theory]
    [InlineData("@{ concurrency = 'many' }", "many")]
    [InlineData("@{ concurrency = 'uniform(2,1)' }", "must not be less")]
    [InlineData("@{ gpus = '8' }", "no input of this result")]
    [InlineData("@{ Concurrency = 1; 'concur-rency' = 2 }", "twice")]
    public void What_is_no_distribution_of_an_input_is_one_error(string table, string message)
    {
        RunResult run = session.Run($"{Load} | Measure-LlmSensitivity -Distribution {table}");
        Assert.Empty(run.Output);
        Assert.Contains(message, run.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Draws_stop_when_asked()
    {
        InitialSessionState state = InitialSessionState.CreateDefault2();
        state.ImportPSModule(Repository.Manifest);
        using Runspace runspace = RunspaceFactory.CreateRunspace(state);
        runspace.Open();
        using PowerShell shell = PowerShell.Create(runspace).AddScript($"$load = {Load}; 'begun'; $load | Measure-LlmSensitivity -Uncertainty 0.2 -Draws 10000000");
        var output = new PSDataCollection<PSObject>();
        using var begun = new ManualResetEventSlim();
        output.DataAdded += (_, _) => begun.Set();
        Task<PSDataCollection<PSObject>> running = shell.InvokeAsync<PSObject, PSObject>(null, output);
        Assert.True(begun.Wait(TimeSpan.FromSeconds(60)));
        shell.Stop();
        await Assert.ThrowsAsync<PipelineStoppedException>(() => running);
        Assert.Equal(["begun"], output.ReadAll().Select(item => item.ToString()));
    }

    [Theory]
    [InlineData("Measure-LlmGrowth -GrowthPerMonth '0,08'", "GrowthPerMonth")]
    [InlineData("Measure-LlmGrowth 0.08 -Months 1.5", "Months")]
    [InlineData("Measure-LlmSensitivity -Uncertainty 1", "Uncertainty")]
    [InlineData("Measure-LlmSensitivity -Change 20%", "Change")]
    [InlineData("Measure-LlmSensitivity -Uncertainty 0.2 -Draws 1e9", "Draws")]
    [InlineData("Get-LlmCapacity -Nodes '1.000'", "Nodes")]
    [InlineData("Get-LlmCapacity -Nodes 2 -ActiveShare 0", "ActiveShare")]
    [InlineData("Get-LlmCapacity -Nodes 2 -ResponseSeconds 1 -ThinkTimeSeconds '1_0'", "ThinkTimeSeconds")]
    public void Numbers_are_never_misread(string script, string parameter)
    {
        RunResult run = session.Run($"{Load} | {script}");
        Assert.Empty(run.Output);
        Assert.Contains($"'{parameter}'", run.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Get-LlmCapacity -Nodes 2", "$args[0].LimitedBy", "KvCache")]
    [InlineData("Measure-LlmGrowth 0.08 -Summary", "$args[0].Months[12].Month", "12")]
    [InlineData("Measure-LlmSensitivity -Uncertainty 0.1 -Draws 1000", "$args[0].Shares[0].Draws -gt 0", "True")]
    public void Answers_survive_a_job(string command, string question, string answer) => Assert.Equal(
        [answer], session.Run(question, Views.Shown.Deserialized(session, $"{Load} | {command}").Single()).Lines);
}
