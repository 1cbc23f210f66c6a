using System;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace LlmSizing.Tests.Wide;

/// <summary>What a job or a remote session gave back is an input again: where it is the same here, else it is refused with what differs.</summary>
public sealed class CopyTests(Session session) : IClassFixture<Session>
{
    private const string Functions = """
        function Copied { process { [System.Management.Automation.PSSerializer]::Deserialize([System.Management.Automation.PSSerializer]::Serialize($_)) } }

        """;

    [Theory]
    [InlineData("Get-LlmModel opt-oss-20b | Copied | Invoke-LlmSizing -Server dgx-b200 -Concurrency 500 -EffectiveContext 65536", "1137 1137 1056")]
    [InlineData("Invoke-LlmSizing (Get-LlmModel opt-oss-20b | Copied) (Get-LlmServer dgx-b200 | Copied) (Get-LlmStorage profile_default | Copied) -Concurrency 500 -EffectiveContext 65536 -Scenario (Get-LlmScenario ideal | Copied)", "1056")]
    [InlineData("Get-LlmServer dgx-b200 | Copied | Invoke-LlmSizing opt-oss-20b -Concurrency 500 -EffectiveContext 65536 -Scenario ideal", "1056")]
    [InlineData("[pscustomobject]@{ Model = (Get-LlmModel opt-oss-20b | Copied); Server = (Get-LlmServer dgx-b200 | Copied); Concurrency = 500; EffectiveContext = 65536; Scenario = 'ideal' } | Invoke-LlmSizing", "1056")]
    public void Entries_of_another_process_size_alike(string script, string sessions) =>
        Assert.Equal(sessions, string.Join(' ', session.Run(Functions + script + " | ForEach-Object SessionsPerNode").Lines));

    [Theory]
    [InlineData("Get-KvPerSession", "Get-LlmModel qwen3-8b", "-EffectiveContext 8192")]
    [InlineData("Get-LlmWeights", "Get-LlmModel qwen3-8b", "")]
    [InlineData("Get-EngineMemory", "Get-LlmModel qwen3-8b", "-Server (Get-LlmServer dgx-h100 | Copied)")]
    [InlineData("Get-RuntimeOverhead", "Get-LlmModel qwen3-8b", "-Server (Get-LlmServer dgx-h100 | Copied)")]
    [InlineData("Find-LlmPlacement", "Get-LlmModel qwen3-8b", "-Server (Get-LlmServer dgx-h100 | Copied) -Concurrency 10 -EffectiveContext 8192")]
    public void Every_cmdlet_that_takes_a_model_takes_one_of_another_process(string command, string entry, string rest)
    {
        string[] live = session.Run(Functions + $"{entry} | {command} {rest} | ForEach-Object {{ [string]$_ }}").Lines;
        Assert.NotEmpty(live);
        Assert.Equal(live, session.Run(Functions + $"{entry} | Copied | {command} {rest} | ForEach-Object {{ [string]$_ }}").Lines);
    }

    [Fact]
    public void Every_entry_of_the_catalogs_is_like_its_copy() => Assert.Equal(
        [], session.Run(Functions + """
            Get-LlmModel | Copied | Invoke-LlmSizing -Server dgx-b200 -Concurrency 1 -EffectiveContext 1024 -Scenario minimum > $null
            Invoke-LlmSizing opt-oss-20b (Get-LlmServer | Copied) -Concurrency 1 -EffectiveContext 1024 -Scenario minimum > $null
            Invoke-LlmSizing opt-oss-20b dgx-b200 (Get-LlmStorage | Copied) -Concurrency 1 -EffectiveContext 1024 -Scenario (Get-LlmScenario | Copied) > $null
            """).Errors.Select(RunResult.MessageOf));

    [Fact]
    public void An_entry_that_is_another_here_is_refused_with_the_member_that_differs()
    {
        RunResult refused = session.Run(Functions + """
            $model = Get-LlmModel opt-oss-20b | Copied
            $model.Layers[0].Count = 13
            $model, 'opt-oss-120b' | Invoke-LlmSizing -Server dgx-b200 -Concurrency 500 -EffectiveContext 65536 -Scenario ideal
            """);
        Assert.StartsWith("CopyNotUsable,", refused.Error.FullyQualifiedErrorId);
        Assert.Contains("Model.Layers.Count is not the same here", refused.Message);
        Assert.Single(refused.Output);
    }

    [Fact]
    public void What_remoting_puts_on_top_of_an_entry_is_no_difference() => Assert.Single(session.Run(Functions + """
        $model = Get-LlmModel opt-oss-20b | Copied
        foreach ($name in 'PSComputerName', 'PSShowComputerName', 'RunspaceId') { $model.PSObject.Properties.Add([psnoteproperty]::new($name, 'node1')) }
        $model | Invoke-LlmSizing -Server dgx-b200 -Concurrency 500 -EffectiveContext 65536 -Scenario ideal
        """).Clean);

    [Fact]
    public void An_entry_that_no_catalog_here_has_is_refused_with_what_to_do()
    {
        RunResult refused = session.Run(Functions + $"Import-LlmModel -LiteralPath '{Repository.PathOf("docs/examples/small-config.json")}' -Name never-seen | Copied | Get-KvPerSession -EffectiveContext 1024");
        Assert.Contains("'never-seen' came from another process, and no catalog here has it", refused.Message);
        Assert.Contains("-CatalogPath", refused.Error.ErrorDetails.RecommendedAction);
    }

    [Theory]
    [InlineData("Invoke-LlmSizing opt-oss-20b dgx-b200 profile_default -Concurrency 500 -EffectiveContext 65536 -KvPrecision fp8")]
    [InlineData("Invoke-LlmSizing opt-oss-20b, opt-oss-120b dgx-h100 -Concurrency 7, 900000000 -EffectiveContext 999999 -KvBudgetRatio 0.123456789 -RuntimeOverheadGib 77.7 -PeakHeadroomRatio 3.3")]
    [InlineData("Invoke-LlmSizing qwen3-30b-a3b dgx-h100 -Concurrency 100 -EffectiveContext 8192 -TensorParallel 2, auto -Engine vllm, sglang -Quantization fp8")]
    [InlineData("Invoke-LlmSizing deepseek-v3 dgx-h200 -Concurrency 100 -EffectiveContext 8192 -TensorParallel 1 -DataParallel 8 -ExpertParallel 8 -DataParallelAttention -Engine sglang")]
    [InlineData("Invoke-LlmSizing llama-3.3-70b dgx-h100 -EffectiveContext 8192 -TensorParallel 8 -RequestsPerSecond 2 -InputTokens 'lognormal(1200,0.8)' -OutputTokens 300 -TtftSloMs 2000 -TpotSloMs 40.5 -SloPercentile 0.99 -NodeAvailability 0.99 -PrefixCacheHitRatio 0.3 -ThinkTimeSeconds 5 -TurnsPerSession 4")]
    [InlineData("Invoke-LlmSizing llama-3.3-70b dgx-h100 -EffectiveContext 8192 -TensorParallel auto -Engine ideal -Concurrency 20 -ThinkTimeSeconds 5 -InputTokens 1200 -OutputTokens 300")]
    [InlineData("Invoke-LlmSizing llama-3.3-70b dgx-h100 nfs-100gbe -EffectiveContext 8192 -Concurrency 100 -Pue 1.3 -PricePerHour 80 -CapexPerNode 300000 -Currency EUR -RackPowerKw 40 -InputTokensPerSecond 1000 -OutputTokensPerSecond 100 -StorageShared -ModelVersions 3 -OffloadTier dram")]
    public void Results_of_another_process_are_reported_as_they_are_where_they_were_computed(string script)
    {
        foreach (string format in new[] { "Text", "Markdown", "Json", "Csv", "JsonLines" })
        {
            SameReport(script, format);
        }
        string rest = " | Get-SizingMetric | ForEach-Object { \"$($_.Metric) $($_.Value) $($_.Display)\" }";
        Assert.Equal(session.Run(script + rest).Lines, session.Run(Functions + script + " | Copied" + rest).Lines);
    }

    [Theory]
    [InlineData("-RequestsPerSecond 5 -InputTokens 'lognormal(1200,0.8)' -OutputTokens 200 -Replicas 2 -FailAtSeconds 5 -TtftSloMs 500 -TpotSloMs 30.5")]
    [InlineData("-RequestsPerSecond 3 -FixedRate -InputTokens 1200 -OutputTokens 200 -KvPrecision fp8 -Quantization fp8 -Engine sglang -Seed 7")]
    [InlineData("-Concurrency 5 -ThinkTimeSeconds 3 -InputTokens 1000 -OutputTokens 200 -PrefillReplicas 1 -Policy prefix-aware -PrefixCacheHitRatio 0.25 -WarmupRequests 10")]
    public void Simulations_of_another_process_are_reported_as_they_are_where_they_ran(string load)
    {
        string script = $"Invoke-LlmSimulation llama-3.3-70b dgx-h100 -TensorParallel 8 -Requests 200 {load}";
        foreach (string format in new[] { "Text", "Markdown", "Json", "Csv", "JsonLines" })
        {
            SameReport(script, format);
        }
    }

    [Fact]
    public void A_simulated_trace_is_reported_though_its_file_stayed_elsewhere()
    {
        using var folder = new TempFolder();
        string trace = folder.Write("trace.csv", "TIMESTAMP,ContextTokens,GeneratedTokens\n2023-11-16 18:15:46,300,10\n2023-11-16 18:15:47,500,20\n");
        SameReport($"Invoke-LlmSimulation llama-3.3-70b dgx-h100 -TensorParallel 8 -Trace '{trace}'", "Json");
    }

    [Theory]
    [InlineData("$copy.Request.Load.RequestsPerSecond = [decimal]6", "Simulation.Load is not the same here")]
    [InlineData("$copy.Confidence = 'measured'", "Simulation.Confidence is not the same here")]
    [InlineData("$copy.Ttft = 'fast'", "its Ttft.Count did not come along")]
    [InlineData("$copy.Checks[0].Counted = [long]199", "does not hold")]
    [InlineData("$copy.Request.Plan.Placement.TensorParallel = [long]4", "is not the same here")]
    [InlineData("$copy.PSObject.Properties.Add([psnoteproperty]::new('Tomorrow', 5))", "Simulation.Tomorrow is not the same here")]
    public void A_simulation_that_would_be_another_here_is_refused(string change, string why)
    {
        RunResult refused = session.Run(Functions + $"$copy = Invoke-LlmSimulation llama-3.3-70b dgx-h100 -TensorParallel 8 -Requests 200 -RequestsPerSecond 5 -InputTokens 100 -OutputTokens 20 | Copied; {change}; $copy | Format-SizingReport");
        Assert.Empty(refused.Output);
        Assert.Contains(why, refused.Message);
    }

    [Theory]
    [InlineData("Compare-LlmSizing -Baseline 1", "ForEach-Object { ($_.PSObject.Properties | ForEach-Object { [string]$_.Value }) -join ' ' }")]
    [InlineData("Get-LlmCapacity -Nodes 4", "ForEach-Object { [string]$_ }")]
    [InlineData("Measure-LlmSensitivity -Uncertainty 0.2 -Draws 1000 -Seed 3", "ForEach-Object { [string]$_ }")]
    [InlineData("Measure-LlmGrowth -GrowthPerMonth 0.08 -Months 24", "ForEach-Object { [string]$_ }")]
    [InlineData("Measure-LlmFleet", "ForEach-Object { [string]$_ }")]
    public void Every_cmdlet_that_takes_results_takes_those_of_another_process(string command, string shown)
    {
        const string Sizings = "Invoke-LlmSizing llama-3.3-70b dgx-h100 -EffectiveContext 8192 -TensorParallel 4, 8 -Concurrency 100 -PricePerHour 80 -Scenario recommended";
        string[] live = session.Run($"{Sizings} | {command} | {shown}").Lines;
        Assert.NotEmpty(live);
        Assert.Equal(live, session.Run(Functions + $"{Sizings} | Copied | {command} | {shown}").Lines);
    }

    [Fact]
    public void Requirements_of_another_process_size_alike()
    {
        string file = Repository.PathOf("docs/examples/requirements.yaml");
        string[] live = session.Run($"Import-SizingRequirement '{file}' | Invoke-LlmSizing | Format-SizingReport Csv").Lines;
        Assert.NotEmpty(live);
        Assert.Equal(live, session.Run(Functions + $"Import-SizingRequirement '{file}' | Copied | Invoke-LlmSizing | Format-SizingReport Csv").Lines);
    }

    [Fact]
    public void Results_are_taken_as_an_array_too() => Assert.Single(
        session.Run(Functions + "Format-SizingReport -InputObject (Invoke-LlmSizing opt-oss-20b dgx-b200 -Concurrency 500 -EffectiveContext 65536 | Copied)").Lines);

    [Theory]
    [InlineData("$copy.Capacity.NodesFinal = 1", "Capacity.NodesFinal is not the same here")]
    [InlineData("$copy.Request.Server = 'dgx-9'", "no catalog of this session has the server 'dgx-9'")]
    [InlineData("$copy.Request.Requirements.Concurrency = [long]501", "is not the same here")]
    [InlineData("$copy.ScenarioDefinition.KvBudget = '0.6 (0 to 1)'", "Scenario.KvBudget is not the same here")]
    [InlineData("$copy.Request = $null", "its question did not come along")]
    [InlineData("$copy.Request.PSObject.Properties.Add([psnoteproperty]::new('Tomorrow', 5))", "Request.Tomorrow is not the same here")]
    public void A_result_that_would_be_another_here_is_refused_and_the_others_are_reported(string change, string why)
    {
        RunResult refused = session.Run(Functions + $"$copy = Invoke-LlmSizing opt-oss-20b dgx-b200 -Concurrency 500 -EffectiveContext 65536 -Scenario recommended | Copied; {change}; $copy | Format-SizingReport");
        Assert.Empty(refused.Output);
        Assert.Contains(why, refused.Message);
        Assert.Contains("Write its report where it was computed", refused.Message);
    }

    [Fact]
    public void Another_object_is_refused_as_ever() => Assert.Contains(
        "cannot be bound", session.Run("'text' | Format-SizingReport").Message, StringComparison.Ordinal);

    [Fact]
    public void Objects_cross_parallel_runspaces_as_they_are() => Assert.Equal(
        ["1137", "1137", "1137"],
        session.Run($$"""
            $model = Get-LlmModel opt-oss-20b
            1..3 | ForEach-Object -Parallel {
                Import-Module '{{Repository.Manifest}}'
                $using:model | Invoke-LlmSizing -Server dgx-b200 -Concurrency 500 -EffectiveContext 65536 -Scenario recommended | Format-SizingReport Csv
            } | ForEach-Object { ($_ -split "`r`n" | Where-Object { $_ -match 'sessions_per_node' }).Split(',')[13] }
            """).Lines);

    private void SameReport(string script, string format)
    {
        string[] live = session.Run($"{script} | Format-SizingReport {format} -Culture pt-BR").Lines;
        Assert.NotEmpty(live);
        Assert.Equal(live, session.Run(Functions + $"{script} | Copied | Format-SizingReport {format} -Culture pt-BR").Lines);
    }
}
