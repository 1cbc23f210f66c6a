using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace LlmSizing.Tests.Alerts;

public class AlertListTests
{
    [Fact]
    public void The_list_has_every_rule_once() =>
        Assert.Equal(Concrete<AlertRule>(), AlertList.All.Select(rule => rule.GetType()).OrderBy(type => type.Name, StringComparer.Ordinal));

    [Fact]
    public void The_list_of_metrics_has_every_metric_once() =>
        Assert.Equal(Concrete<Metric>(), MetricList.All.Select(metric => metric.GetType()).OrderBy(type => type.Name, StringComparer.Ordinal));

    [Fact]
    public void Codes_and_ids_are_unique_snake_case()
    {
        string[] names = [.. AlertList.All.Select(rule => rule.Code), .. MetricList.All.Select(metric => metric.Id)];
        Assert.Equal(names.Length, names.Distinct(StringComparer.Ordinal).Count());
        Assert.All(names, name => Assert.Matches(new Regex("^[a-z][a-z0-9]*(_[a-z0-9]+)*$"), name));
    }

    [Fact]
    public void Metrics_come_in_the_order_of_the_report() => Assert.Equal(
        [
            "kv_per_session_gib", "kv_total_gib", "hbm_total_gib",
            "weights_gib", "gpus_per_replica", "weights_per_gpu_gib", "overhead_per_gpu_gib", "kv_per_gpu_gib", "kv_per_session_per_gpu_gib",
            "kv_budget_gib", "sessions_per_replica", "replicas_per_node", "nodes_per_replica",
            "sessions_per_node", "requests_per_second", "nodes_memory", "nodes_throughput", "nodes_slo", "binding",
            "nodes_capacity", "nodes_with_headroom", "nodes_final",
            "requests_in_flight", "utilization_ratio", "peak_ttft_ms", "peak_tpot_ms", "survivor_sessions_lost", "survivor_ttft_ms", "service_availability",
            "model_load_seconds", "all_nodes_load_seconds", "storage_volume_tb", "rolling_update_read_gb_s", "kv_restore_seconds", "kv_offload_gb_s", "restore_or_recompute",
            "power_typical_kw", "power_peak_kw", "facility_power_kw", "heat_kw", "heat_btu_h", "rack_units", "racks",
            "price_per_hour", "price_per_month", "capex", "capex_per_month", "energy_cost_per_month", "co2_per_month_kg", "cost_per_month",
            "price_per_million_input_tokens", "price_per_million_output_tokens",
            "energy_per_million_input_tokens_kwh", "energy_per_million_output_tokens_kwh",
            "co2_per_million_input_tokens_g", "co2_per_million_output_tokens_g",
        ],
        MetricList.All.Select(metric => metric.Id));

    [Fact]
    public void Codes_are_stable_and_the_most_severe_come_first() => Assert.Equal(
        [
            "Critical no_kv_budget", "Critical no_session_fits", "Critical overhead_below_weights",
            "Critical weights_do_not_fit", "Critical context_beyond_replica", "Critical quantization_not_run",
            "Critical slo_unreachable",
            "Warning context_clamped", "Warning kv_16bit_on_8bit_hardware", "Warning kv_precision_without_units",
            "Warning weights_without_units", "Warning tp_crosses_nvlink", "Warning kv_heads_replicated", "Warning pipeline_uneven",
            "Warning budget_ratio_high", "Warning budget_ratio_low", "Warning overhead_low_for_large_model", "Warning long_context",
            "Warning headroom_high", "Warning storage_reload_slow",
            "Warning storage_load_slow", "Warning storage_iops_bound", "Warning kv_offload_slower_than_recompute",
            "Warning rack_power_below_node", "Warning power_unknown", "Warning price_unknown", "Warning catalog_estimate",
            "Warning survivors_overloaded", "Warning times_uncalibrated",
            "Information no_redundancy", "Information idle_fleet", "Information kv_precision_overridden",
            "Information usable_hbm_below_marketed",
        ],
        AlertList.All.Select(rule => $"{rule.Severity} {rule.Code}"));

    [Fact]
    public void The_seeds_run_raises_nothing_critical_and_no_warning()
    {
        foreach (Scenario scenario in Given.Scenarios)
        {
            ScenarioResult result = Given.Solve(Given.Request(storage: Given.Storage()), scenario);
            Assert.All(result.Alerts, alert => Assert.Equal(AlertSeverity.Information, alert.Severity));
        }
    }

    [Fact]
    public void A_result_counts_and_lists_its_alerts_in_the_lists_order()
    {
        ScenarioResult result = Given.Result(
            requirements: Given.Requirements(context: 200_000, precision: "bf16", budget: 0.8m, overhead: 2_000, headroom: 0.6m), scenario: Given.Recommended);
        Assert.Equal(
            ["no_kv_budget", "context_clamped", "kv_16bit_on_8bit_hardware", "budget_ratio_high", "long_context", "headroom_high", "kv_precision_overridden"],
            result.Alerts.Select(alert => alert.Code));
        Assert.Equal(result.Alerts.Count, result.AlertCount);
    }

    [Fact]
    public void An_alert_speaks_with_the_numbers_of_its_case()
    {
        Texts texts = EchoTexts.Create(
            ("alert.context_clamped.message", "{model}: {requested_context} > {max_position_embeddings}"),
            ("alert.context_clamped.action", "Ask for {max_position_embeddings} at most."));
        Alert alert = Given.Result(requirements: Given.Requirements(context: 131_073)).GetAlerts(texts)[0];
        Assert.Equal("opt-oss-20b: 131073 > 131072", alert.Message);
        Assert.Equal("Ask for 131072 at most.", alert.Action);
        Assert.Equal("Warning context_clamped: opt-oss-20b: 131073 > 131072", alert.ToString());
    }

    private static IEnumerable<Type> Concrete<T>() =>
        typeof(T).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(T)) && !type.IsAbstract).OrderBy(type => type.Name, StringComparer.Ordinal);
}
