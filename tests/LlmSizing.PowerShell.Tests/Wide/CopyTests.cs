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
    public void Results_of_another_process_are_reported_as_they_are_where_they_were_computed(string script)
    {
        foreach (string format in new[] { "Text", "Markdown", "Json", "Csv", "JsonLines" })
        {
            Assert.Equal(
                session.Run($"{script} | Format-SizingReport {format} -Culture pt-BR").Lines,
                session.Run(Functions + $"{script} | Copied | Format-SizingReport {format} -Culture pt-BR").Lines);
        }
        string rest = " | Get-SizingMetric | ForEach-Object { \"$($_.Metric) $($_.Value) $($_.Display)\" }";
        Assert.Equal(session.Run(script + rest).Lines, session.Run(Functions + script + " | Copied" + rest).Lines);
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
}
