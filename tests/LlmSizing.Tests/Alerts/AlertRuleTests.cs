using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Xunit;

namespace LlmSizing.Tests.Alerts;

/// <summary>Each rule just below, at and just above its edge.</summary>
public class AlertRuleTests
{
    [Theory]
    [InlineData("0.75", null)]
    [InlineData("0.750000001", "budget_ratio_high")]
    [InlineData("1", "budget_ratio_high")]
    [InlineData("0.5", null)]
    [InlineData("0.499999999", "budget_ratio_low")]
    [InlineData("0.000000001", "budget_ratio_low")]
    public void The_budget_ratio_is_warned_about_above_three_quarters_and_below_a_half(string ratio, string? code) =>
        Expect(["budget_ratio_high", "budget_ratio_low"], code, Given.Result(requirements: Given.Requirements(budget: Number(ratio))));

    [Fact]
    public void The_ideal_scenario_lowers_a_high_ratio_and_so_does_not_warn() =>
        Expect("budget_ratio_high", false, Given.Result(requirements: Given.Requirements(budget: 0.9m), scenario: Given.Ideal));

    [Theory]
    [InlineData(127_999, false)]
    [InlineData(128_000, true)]
    [InlineData(131_072, true)]
    [InlineData(131_073, true)]
    public void A_context_of_128000_is_long(long context, bool raised) =>
        Expect("long_context", raised, Given.Result(requirements: Given.Requirements(context: context)));

    [Fact]
    public void A_context_that_is_clamped_below_128000_is_not_long()
    {
        ScenarioResult result = Given.Result(Given.Model(maxPositions: 127_999), requirements: Given.Requirements(context: 200_000));
        Expect("long_context", false, result);
        Expect("context_clamped", true, result);
    }

    [Theory]
    [InlineData(131_072, false)]
    [InlineData(131_073, true)]
    public void A_context_above_the_models_is_clamped(long context, bool raised) =>
        Expect("context_clamped", raised, Given.Result(requirements: Given.Requirements(context: context)));

    [Theory]
    [InlineData("recommended", "0.5", false)]
    [InlineData("recommended", "0.500000001", true)]
    [InlineData("recommended", "10", true)]
    [InlineData("minimum", "10", false)]
    [InlineData("recommended", null, false)]
    public void Headroom_above_a_half_is_warned_about_where_it_is_used(string scenario, string? headroom, bool raised) =>
        Expect("headroom_high", raised, Given.Result(
            requirements: Given.Requirements(headroom: headroom is null ? null : Number(headroom)),
            scenario: Given.Scenarios.Single(candidate => candidate.Name == scenario)));

    [Fact]
    public void Headroom_that_only_the_scenario_asks_for_is_no_warning() =>
        Expect("headroom_high", false, Given.Result(scenario: Given.Scenario("bold", Given.Headroom(0.9m), Given.Budget(0.7m), "none")));

    // 0.806879232 GB a session: at that many GB/s it takes exactly a second.
    [Theory]
    [InlineData("0.806879233", false)]
    [InlineData("0.806879232", false)]
    [InlineData("0.806879231", true)]
    [InlineData(null, false)]
    public void Storage_that_takes_more_than_a_second_for_a_session_is_slow(string? readGbS, bool raised) =>
        Expect("storage_reload_slow", raised, Given.Result(storage: Given.Storage(readGbS is null ? null : Number(readGbS))));

    [Fact]
    public void Without_storage_there_is_nothing_to_say_about_it() => Expect("storage_reload_slow", false, Given.Result(storage: null));

    // Sessions of 2 bytes, ten to a node of 20 bytes.
    [Theory]
    [InlineData(9, false)]
    [InlineData(8, false)]
    [InlineData(7, true)]
    [InlineData(10, false)]
    [InlineData(11, true)]
    [InlineData(16, false)]
    public void A_fleet_that_is_more_than_a_fifth_empty_is_idle(long concurrency, bool raised)
    {
        Requirements load = Given.Requirements(concurrency, 1, budget: 1, overhead: 0, headroom: 0);
        Model tiny = Given.Model([new FullAttention(1, 1, 1)], weightsGib: null);
        Expect("idle_fleet", raised, Given.Result(tiny, Given.Server(1, 0.00000002m), requirements: load));
    }

    [Fact]
    public void A_fleet_that_cannot_be_is_not_idle() => Expect("idle_fleet", false, Given.Result(requirements: Given.Requirements(budget: 0)));

    [Theory]
    [InlineData("100", "49.999999999", false)]
    [InlineData("100.1", "49.999999999", true)]
    [InlineData("100.1", "50", false)]
    [InlineData("100.000000001", "0", true)]
    [InlineData(null, "0", false)]
    public void Less_than_50_gib_of_overhead_is_low_for_over_100_b_parameters(string? params_b, string overhead, bool raised) =>
        Expect("overhead_low_for_large_model", raised, Given.Result(
            Given.Model(totalParamsB: params_b is null ? null : Number(params_b), weightsGib: null),
            requirements: Given.Requirements(overhead: Number(overhead))));

    [Theory]
    [InlineData("12.8", "12.8", false)]
    [InlineData("12.8", "12.799999999", true)]
    [InlineData("12.8", "0", true)]
    [InlineData(null, "0", false)]
    public void An_overhead_below_the_weights_is_critical_where_they_are_known(string? weights, string overhead, bool raised) =>
        Expect("overhead_below_weights", raised, Given.Result(
            Given.Model(weightsGib: weights is null ? null : Number(weights)), requirements: Given.Requirements(overhead: Number(overhead))));

    [Theory]
    [InlineData("fp8", true, null, false)]
    [InlineData("fp8", false, null, true)]
    [InlineData("fp8", null, false, false)]
    [InlineData("int8", null, true, false)]
    [InlineData("int8", null, false, true)]
    [InlineData("int8", false, null, false)]
    [InlineData("bf16", false, false, false)]
    [InlineData("fp16", false, false, false)]
    public void A_precision_without_units_is_warned_about_only_where_that_is_known(string precision, bool? fp8, bool? int8, bool raised) =>
        Expect("kv_precision_without_units", raised, Given.Result(
            server: Given.Server(fp8Units: fp8, int8Units: int8), requirements: Given.Requirements(precision: precision)));

    [Theory]
    [InlineData("bf16", true, null, true)]
    [InlineData("fp16", null, true, true)]
    [InlineData("fp16", false, true, true)]
    [InlineData("bf16", false, false, false)]
    [InlineData("bf16", null, null, false)]
    [InlineData("fp8", true, true, false)]
    [InlineData("int8", true, true, false)]
    public void Two_bytes_are_warned_about_where_the_hardware_has_one(string precision, bool? fp8, bool? int8, bool raised) =>
        Expect("kv_16bit_on_8bit_hardware", raised, Given.Result(
            server: Given.Server(fp8Units: fp8, int8Units: int8), requirements: Given.Requirements(precision: precision)));

    [Theory]
    [InlineData("fp8", null, false)]
    [InlineData("fp8", "fp8", false)]
    [InlineData("fp8", "int8", true)]
    [InlineData("bf16", "fp8", true)]
    public void A_precision_that_is_not_the_models_own_is_told(string own, string? asked, bool raised) =>
        Expect("kv_precision_overridden", raised, Given.Result(Given.Model(precision: own), requirements: Given.Requirements(precision: asked)));

    [Fact]
    public void No_spare_node_and_no_headroom_is_told()
    {
        Expect("no_redundancy", true, Given.Result(scenario: Given.Minimum));
        Expect("no_redundancy", false, Given.Result(scenario: Given.Recommended));
        Expect("no_redundancy", false, Given.Result(requirements: Given.Requirements(headroom: 0), scenario: Given.Recommended));
        RatioRule some = Given.Headroom(0.000000001m);
        Expect("no_redundancy", false, Given.Result(scenario: Given.Scenario("s", some, Given.Budget(0.7m), "none")));
    }

    [Fact]
    public void Each_entry_that_is_an_estimate_is_named_with_its_reason()
    {
        Expect("catalog_estimate", false, Given.Result(storage: Given.Storage()));
        Texts texts = EchoTexts.Create(("alert.catalog_estimate.message", "{estimates}"));
        ScenarioResult result = Given.Result(
            Given.Model(estimate: "not published"), Given.Server(estimate: "pre-release"), Given.Storage(estimate: "one run"),
            scenario: Given.Scenario("ours", Given.Headroom(0), Given.Budget(0.7m), "n+1", estimate: "a guess"));
        Alert alert = result.GetAlerts(texts).Single(raised => raised.Code == "catalog_estimate");
        Assert.Equal("opt-oss-20b: not published; dgx-b200: pre-release; profile_default: one run; ours: a guess", alert.Message);
    }

    // Memory of 3 bytes after the overhead, sessions of 2 bytes.
    [Theory]
    [InlineData("0.000000003", "0", "no_kv_budget")]
    [InlineData("0.000000003", "0.333333333", "no_kv_budget")]
    [InlineData("0.000000003", "0.333333334", "no_session_fits")]
    [InlineData("0.000000003", "0.666666666", "no_session_fits")]
    [InlineData("0.000000003", "0.666666667", null)]
    [InlineData("0.000000001", "1", "no_session_fits")]
    public void No_budget_and_no_session_are_two_different_criticals(string hbm, string ratio, string? code)
    {
        Model tiny = Given.Model([new FullAttention(1, 1, 1)], weightsGib: null);
        Requirements load = Given.Requirements(1, 1, budget: Number(ratio), overhead: 0);
        Expect(["no_kv_budget", "no_session_fits"], code, Given.Result(tiny, Given.Server(1, Number(hbm)), requirements: load));
    }

    [Theory]
    [InlineData("1", "1", "no_kv_budget")]
    [InlineData("1", "0.99", null)]
    [InlineData("1", "1000000", "no_kv_budget")]
    public void Overhead_that_takes_all_the_memory_leaves_no_budget(string memoryGib, string overheadGib, string? code)
    {
        Requirements load = Given.Requirements(1, 1, budget: 1, overhead: Number(overheadGib));
        Server server = Given.Server(1, Number(memoryGib) * ByteUnits.GiB / ByteUnits.Gb);
        Expect(["no_kv_budget", "no_session_fits"], code, Given.Result(server: server, requirements: load));
    }

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static void Expect(string code, bool raised, ScenarioResult result) => Expect([code], raised ? code : null, result);

    private static void Expect(string[] among, string? code, ScenarioResult result)
    {
        IEnumerable<string> raised = result.Alerts.Select(alert => alert.Code).Where(among.Contains);
        Assert.Equal(code is null ? [] : [code], raised);
    }
}
