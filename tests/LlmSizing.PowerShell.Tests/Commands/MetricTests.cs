using System;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace LlmSizing.Tests.Commands;

/// <summary>Get-SizingMetric, Get-KvPerSession and Get-SizingParameter: what they write.</summary>
public sealed class MetricTests(Session session) : IClassFixture<Session>
{
    private const string Seed = "Invoke-LlmSizing opt-oss-20b dgx-b200 profile_default -Concurrency 500 -EffectiveContext 65536 -KvPrecision fp8";

    [Fact]
    public void The_metrics_come_in_the_order_of_the_report_for_each_result()
    {
        string[] order =
        [
            "kv_per_session_gib", "kv_total_gib", "hbm_total_gib", "kv_budget_gib", "sessions_per_node", "nodes_capacity", "nodes_with_headroom", "nodes_final",
        ];
        Assert.Equal(
            new[] { "minimum", "recommended", "ideal" }.SelectMany(scenario => order.Select(metric => scenario + " " + metric)),
            session.Run(Seed + " | Get-SizingMetric | ForEach-Object { \"$($_.Scenario) $($_.Metric)\" }").Lines);
    }

    [Theory]
    [InlineData("nodes_*", "nodes_capacity nodes_with_headroom nodes_final")]
    [InlineData("NODES_FINAL", "nodes_final")]
    [InlineData("nodes_final, kv_*", "kv_per_session_gib kv_total_gib kv_budget_gib nodes_final")]
    public void Names_choose_and_the_order_stays(string names, string metrics) =>
        Assert.Equal(metrics.Split(' '), session.Run($"{Seed} -Scenario ideal | Get-SizingMetric {names} | ForEach-Object Metric").Lines);

    [Fact]
    public void A_wrong_name_beside_a_right_one_is_an_error_and_the_right_one_is_written()
    {
        RunResult run = session.Run(Seed + " -Scenario ideal | Get-SizingMetric nodes_final, nodes_finale");
        Assert.Single(run.Output);
        Assert.Contains("'nodes_final'", run.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Values_are_numbers()
    {
        PSObject[] metrics = [.. session.Run(Seed + " -Scenario ideal | Get-SizingMetric").Clean.Select(metric => metric!)];
        Assert.Equal(0.75146484375, metrics[0].Properties["Value"].Value);
        Assert.Equal(806_879_232L, metrics[0].Properties["Bytes"].Value);
        Assert.Equal(1_056L, metrics[4].Properties["Value"].Value);
        Assert.Null(metrics[4].Properties["Bytes"].Value);
        Assert.Equal(3L, metrics[7].Properties["Value"].Value);
        Assert.Equal(["kv_per_session_gib: 0.75 GiB"], session.Run(Seed + " -Scenario ideal | Get-SizingMetric kv_per*").Lines);
    }

    [Fact]
    public void A_number_of_nodes_that_there_is_not_is_null_and_not_zero()
    {
        PSObject[] metrics = [.. session.Run("Invoke-LlmSizing llama-3.1-405b dgx-h100 -Concurrency 5 -EffectiveContext 8192 -Scenario minimum | Get-SizingMetric nodes_*").Clean.Select(metric => metric!)];
        Assert.All(metrics, metric => Assert.Null(metric.Properties["Value"].Value));
        Assert.Equal(["0 False  "], session.Run(
            "Invoke-LlmSizing llama-3.1-405b dgx-h100 -Concurrency 5 -EffectiveContext 8192 -Scenario minimum | ForEach-Object { \"$($_.SessionsPerNode) $($_.Feasible) $($_.NodesCapacity) $($_.NodesFinal)\" }").Lines);
    }

    [Fact]
    public void KvPerSession_is_the_first_metric_of_a_sizing()
    {
        const string question = " | ForEach-Object { $_.Display; $_.Value; $_.Bytes; $_.Rationale.Formula; $_.Rationale.Interpretation; $_.Rationale.Inputs }";
        Assert.Equal(
            session.Run(Seed + " -Scenario minimum | Get-SizingMetric kv_per_session_gib" + question).Lines,
            session.Run("Get-KvPerSession opt-oss-20b 65536 fp8" + question).Lines);
    }

    [SkippableTheory]
    [InlineData("pt-BR", "KV cache armazena")]
    [InlineData("en-US", "The KV cache holds")]
    [InlineData("", "The KV cache holds")]
    [InlineData("de-DE", "The KV cache holds")]
    public void Objects_speak_the_sessions_language(string culture, string beginning)
    {
        NamedCultures.AreNeeded();
        Cultures.Run(culture, () => Assert.StartsWith(
            beginning, session.Run("(Get-KvPerSession opt-oss-20b 65536).Rationale.Interpretation").Lines.Single(), StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("pt-BR")]
    [InlineData("en-US")]
    public void The_dictionary_describes_every_parameter_of_the_surface_and_every_metric(string culture)
    {
        string[] known = session.Run("(Get-SizingParameter -Culture $args[0]).Name", culture).Lines;
        string[] asked = ["concurrency", "effective_context", "kv_precision", "kv_budget_ratio", "runtime_overhead_gib", "peak_headroom_ratio"];
        string[] metrics = session.Run(Seed + " -Scenario ideal | Get-SizingMetric | ForEach-Object Metric").Lines;
        Assert.Empty(asked.Concat(metrics).Except(known));
        Assert.Equal(known, session.Run("Get-SizingParameter -Culture $args[0] | Where-Object { $_.Description -and $_.Origin -and $_.Importance -and $_.CommonError } | ForEach-Object Name", culture).Lines);
    }

    [Fact]
    public void The_dictionary_finds_names_by_wildcard_and_from_the_pipe() => Assert.Equal(
        ["head_dim", "kv_precision", "kv_budget_ratio"],
        session.Run("'head_dim', 'kv_precision', 'KV_BUDGET_R*' | Get-SizingParameter -Culture en-US | ForEach-Object Name").Lines);
}
