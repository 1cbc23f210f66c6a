using System;
using System.Linq;
using Xunit;

namespace LlmSizing.Tests.Metrics;

public class RationaleTests
{
    public static TheoryData<string> CultureNames => Cultures.Names;

    [Theory]
    [MemberData(nameof(CultureNames))]
    public void The_seeds_formulas_and_inputs_are_listed_as_the_seed_lists_them(string culture) => Cultures.Run(culture, () =>
    {
        ReadableList<MetricResult> metrics = Given.Result(scenario: Given.Ideal).Metrics;
        Assert.Equal(
            "Hybrid attention: 12 full + 12 sliding; Full: 2 × 65536 × 8 × 64 × 1 × 12; Sliding: 2 × 128 × 8 × 64 × 1 × 12; total = full + sliding",
            metrics[0].Rationale.ToString());
        Assert.Equal(
            "model: opt-oss-20b; num_layers: 24; num_kv_heads: 8; head_dim: 64; attention_pattern: hybrid; effective_context: 65536; sliding_window: 128; kv_precision: fp8; bytes_per_element: 1; total_bytes: 806879232",
            metrics[0].Rationale.Inputs.ToString());
        Assert.Equal("kv_per_session_gib: 0.7515; concurrency: 500", metrics[1].Rationale.Inputs.ToString());
        Assert.Equal("server: dgx-b200; gpus: 8; hbm_per_gpu_gb: 180; total_hbm_gb: 1440; gb_to_gib_factor: 0.9313225746154785", metrics[2].Rationale.Inputs.ToString());
        Assert.Equal("hbm_total_gib: 1341.1; runtime_overhead_gib: 120; kv_budget_ratio: 0.65; available_after_overhead_gib: 1221.1", metrics[3].Rationale.Inputs.ToString());
        Assert.Equal("kv_budget_gib: 793.72; kv_per_session_gib: 0.7515", metrics[4].Rationale.Inputs.ToString());
        Assert.Equal("concurrency: 500; sessions_per_node: 1056", metrics[5].Rationale.Inputs.ToString());
        Assert.Equal("concurrency: 500; peak_headroom_ratio: 0.3; concurrency_with_headroom: 650.0; sessions_per_node: 1056", metrics[6].Rationale.Inputs.ToString());
        Assert.Equal("nodes_with_headroom: 1; ha_extra_nodes: 2; ha_mode: n+2", metrics[7].Rationale.Inputs.ToString());
    });

    [Fact]
    public void Values_are_doubles_in_gib_and_whole_counts_with_exact_bytes_beside_them()
    {
        ReadableList<MetricResult> metrics = Given.Result().Metrics;
        Assert.Equal([0.75146484375, 375.732421875, 1341.1045074462890625, 854.77315521240234375, 1137L, 1L, 1L, 2L], metrics.Select(metric => metric.Value));
        Assert.Equal([806_879_232, 403_439_616_000, 1_440_000_000_000, 917_805_686_784, null, null, null, null], metrics.Select(metric => metric.Bytes));
        Assert.Equal(["GiB", "GiB", "GiB", "GiB", "sessions", "nodes", "nodes", "nodes"], metrics.Select(metric => metric.Unit));
    }

    [Fact]
    public void A_clamped_context_lists_what_was_asked_for()
    {
        MetricResult metric = Given.Result(requirements: Given.Requirements(context: 200_000)).Metrics[0];
        Assert.Contains("effective_context: 131072; requested_context: 200000", metric.Rationale.Inputs.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Groups_that_differ_are_listed_in_their_order()
    {
        Model mixed = Given.Model([new SlidingAttention(25, 8, 256, 1024), new FullAttention(5, 2, 512, 256)]);
        Rationale rationale = KvPerSessionMetric.Describe(new SessionKvCache(mixed, 4096, null), EchoTexts.Create()).Rationale;
        Assert.Equal(
            "Hybrid attention: 25 sliding + 5 full; Sliding: 2 × 1024 × 8 × 256 × 1 × 25; Full: 4096 × 2 × (512 + 256) × 1 × 5; total = sliding + full",
            rationale.ToString());
        Assert.Contains("num_kv_heads: 8 / 2; head_dim: 256 / 512+256;", rationale.Inputs.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_metric_of_a_model_alone_has_no_server_and_no_scenario()
    {
        MetricResult metric = KvPerSessionMetric.Describe(new SessionKvCache(Given.Model(), 65_536, null), EchoTexts.Create());
        Assert.Null(metric.Server);
        Assert.Null(metric.Scenario);
        Assert.Equal("kv_per_session_gib: 0.75 GiB", metric.ToString());
    }

    [Fact]
    public void Inputs_are_strings_longs_or_decimals_so_that_a_report_can_write_them()
    {
        foreach (MetricResult metric in Given.Result().Metrics)
        {
            Assert.All(metric.Rationale.Inputs, input => Assert.True(input.Value is string or long or decimal, $"{metric.Metric}.{input.Name} is a {input.Value.GetType()}"));
        }
    }

    [Fact]
    public void Prose_speaks_with_the_numbers_of_the_case()
    {
        Texts texts = EchoTexts.Create(
            ("metric.kv_budget_gib.interpretation", "{hbm_total_gib} - {runtime_overhead_gib} = {available_after_overhead_gib}; {kv_budget_percent} = {kv_budget_gib}; {kv_rest_percent}"),
            ("unit.nodes.other", "nós"));
        Assert.Equal("1341.1 - 120 = 1221.1; 70% = 854.8; 30%", MetricList.For(Given.Result()).ElementAt(3).Explain(Given.Result(), texts).Interpretation);
        Assert.Equal("2 nós", new NodesFinalMetric().Display(Given.Result(), texts));
    }
}
