using Xunit;

namespace LlmSizing.Tests.Planning;

public class ScenarioRuleTests
{
    [Theory]
    [InlineData("minimum", null, 0)]
    [InlineData("minimum", 0.4, 0)]
    [InlineData("recommended", null, 0.2)]
    [InlineData("recommended", 0.0, 0)]
    [InlineData("recommended", 10.0, 10)]
    [InlineData("ideal", null, 0.3)]
    [InlineData("ideal", 0.299999999, 0.3)]
    [InlineData("ideal", 0.3, 0.3)]
    [InlineData("ideal", 0.300000001, 0.300000001)]
    public void Headroom_is_what_was_asked_within_the_scenario(string scenario, double? asked, double used) =>
        Assert.Equal((decimal)used, Run(scenario, Given.Requirements(headroom: (decimal?)asked)).PeakHeadroomRatio);

    [Theory]
    [InlineData("minimum", null, 0.7)]
    [InlineData("minimum", 1.0, 1)]
    [InlineData("recommended", null, 0.7)]
    [InlineData("recommended", 0.0, 0)]
    [InlineData("ideal", null, 0.65)]
    [InlineData("ideal", 0.650000001, 0.65)]
    [InlineData("ideal", 0.65, 0.65)]
    [InlineData("ideal", 0.649999999, 0.649999999)]
    public void The_budget_is_what_was_asked_within_the_scenario(string scenario, double? asked, double used) =>
        Assert.Equal((decimal)used, Run(scenario, Given.Requirements(budget: (decimal?)asked)).KvBudgetRatio);

    [Theory]
    [InlineData("minimum", "none", 0)]
    [InlineData("recommended", "n+1", 1)]
    [InlineData("ideal", "n+2", 2)]
    public void Spare_nodes_come_on_top(string scenario, string mode, long extra)
    {
        ScenarioResult result = Run(scenario, Given.Requirements());
        Assert.Equal(mode, result.HaMode);
        Assert.Equal(result.NodesWithHeadroom + extra, result.NodesFinal);
    }

    [Theory]
    [InlineData(1, null, 15)]
    [InlineData(8, null, 120)]
    [InlineData(8, 119.999999999, 120)]
    [InlineData(8, 120.0, 120)]
    [InlineData(8, 120.000000001, 120.000000001)]
    [InlineData(8, 640.0, 640)]
    public void The_default_overhead_is_15_gib_a_gpu_and_never_less_than_the_weights(long gpus, double? weights, double overhead)
    {
        Model model = Given.Model(weightsGib: (decimal?)weights);
        Assert.Equal((decimal)overhead, Given.Result(model, Given.Server(gpus)).RuntimeOverheadGib);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(50)]
    [InlineData(1_000_000)]
    public void An_overhead_that_is_asked_for_is_used_as_it_is(int overhead) =>
        Assert.Equal(overhead, Given.Result(Given.Model(weightsGib: 640), requirements: Given.Requirements(overhead: overhead)).RuntimeOverheadGib);

    [Fact]
    public void A_rule_that_admits_a_ratio_outside_the_planners_range_makes_no_scenario()
    {
        var wide = new RatioRule(new NumberRange("wide", 0, 1_000, ""), 0);
        Assert.Equal("PeakHeadroomRatio", Assert.Throws<SizingException>(() => Given.Scenario("bad", wide, Given.Budget(0.7m), "none")).Input);
        Assert.Equal("KvBudgetRatio", Assert.Throws<SizingException>(() => Given.Scenario("bad", Given.Headroom(0), wide, "none")).Input);
        var negative = new RatioRule(new NumberRange("negative", -1, 1, ""), 0);
        Assert.Equal("KvBudgetRatio", Assert.Throws<SizingException>(() => Given.Scenario("bad", Given.Headroom(0), negative, "none")).Input);
    }

    [Theory]
    [InlineData(-0.000000001)]
    [InlineData(1000.000000001)]
    public void The_overhead_of_a_gpu_is_0_to_1000_gib(double overhead)
    {
        SizingException refused = Assert.Throws<SizingException>(() => Given.Scenario("bad", Given.Headroom(0), Given.Budget(0.7m), "none", (decimal)overhead));
        Assert.Equal("runtime_overhead_gib_per_gpu", refused.Input);
        Assert.Contains("0 to 1000 GiB", refused.Message, System.StringComparison.Ordinal);
    }

    private static ScenarioResult Run(string scenario, Requirements requirements)
    {
        foreach (Scenario candidate in Given.Scenarios)
        {
            if (candidate.Name == scenario)
            {
                return Given.Solve(Given.Request(requirements: requirements), candidate);
            }
        }
        throw new System.ArgumentException(scenario, nameof(scenario));
    }
}
