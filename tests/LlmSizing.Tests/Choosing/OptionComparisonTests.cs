using System;
using System.Linq;
using LlmSizing.Tests.Placements;
using Xunit;

namespace LlmSizing.Tests.Choosing;

public class OptionComparisonTests
{
    private static readonly ScenarioResult Base = Given.Result();
    private static readonly ScenarioResult Double = Given.Result(requirements: Given.Requirements(precision: "bf16"));
    private static readonly ScenarioResult Infeasible = Given.Result(requirements: Given.Requirements(overhead: 2_000));

    [Fact]
    public void Differences_are_percent_of_the_baseline_and_the_better_is_marked()
    {
        ComparisonCell[] row = Row("kv_per_session_gib", 0, Base, Double);
        Assert.Equal([0m, 100m], row.Select(cell => cell.DifferencePercent));
        Assert.Equal([true, false], row.Select(cell => cell.IsBetter));
        Assert.Equal("+100.0%", row[1].Difference);
        Assert.EndsWith(" *", row[0].ToString(), StringComparison.Ordinal);
        Assert.EndsWith("(+100.0%)", row[1].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Any_option_may_be_the_baseline()
    {
        ComparisonCell[] row = Row("kv_per_session_gib", 1, Base, Double);
        Assert.Equal([-50m, 0m], row.Select(cell => cell.DifferencePercent));
        Assert.Equal([false, true], row.Select(cell => cell.IsBaseline));
        Assert.Equal("-50.0%", row[0].Difference);
    }

    [Fact]
    public void More_sessions_are_better_and_fewer_nodes_are()
    {
        Assert.Equal([true, false], Row("sessions_per_node", 0, Base, Double).Select(cell => cell.IsBetter));
        ScenarioResult fewer = Given.Result(scenario: Given.Minimum);
        Assert.Equal([false, true], Row("nodes_final", 0, Base, fewer).Select(cell => cell.IsBetter));
        Assert.Equal(-50m, Row("nodes_final", 0, Base, fewer)[1].DifferencePercent);
    }

    [Fact]
    public void Where_all_are_alike_or_neither_is_better_nothing_is_marked()
    {
        Assert.DoesNotContain(new OptionComparison([Base, Base], ["a", "b"], 0, EchoTexts.Create()).Rows.SelectMany(row => row.Options), cell => cell.IsBetter);
        ScenarioResult larger = Given.Result(server: Given.Server(hbmPerGpuGb: 288));
        Assert.DoesNotContain(Row("hbm_total_gib", 0, Base, larger), cell => cell.IsBetter);
    }

    [Fact]
    public void Equals_are_marked_together()
    {
        Assert.Equal([true, false, true], Row("kv_per_session_gib", 0, Base, Double, Base).Select(cell => cell.IsBetter));
    }

    [Fact]
    public void An_option_that_cannot_be_met_has_no_difference_and_the_other_is_better()
    {
        ComparisonCell[] row = Row("nodes_final", 0, Base, Infeasible);
        Assert.Null(row[1].Value);
        Assert.Null(row[1].DifferencePercent);
        Assert.Equal([true, false], row.Select(cell => cell.IsBetter));
        Assert.All(Row("nodes_final", 1, Base, Infeasible), cell => Assert.Null(cell.DifferencePercent));
    }

    [Fact]
    public void Nothing_is_a_percentage_of_zero()
    {
        ComparisonCell[] row = Row("sessions_per_node", 1, Base, Infeasible);
        Assert.Equal(0L, row[1].Value);
        Assert.All(row, cell => Assert.Null(cell.DifferencePercent));
    }

    [Fact]
    public void A_metric_that_only_one_option_has_is_a_dash_for_the_others()
    {
        ScenarioResult placed = Placed.Result(Placed.Llama70B(), new LlmSizing.Placement(4));
        ComparisonCell[] row = Row("gpus_per_replica", 0, Base, placed);
        Assert.Equal("-", row[0].Display);
        Assert.Equal(4L, row[1].Value);
        Assert.Null(row[1].DifferencePercent);
        Assert.DoesNotContain("gpus_per_replica", new OptionComparison([Base], ["a"], 0, EchoTexts.Create()).Rows.Select(one => one.Metric));
    }

    [Fact]
    public void Huge_numbers_keep_their_percentages()
    {
        ScenarioResult one = Given.Result(requirements: Given.Requirements(concurrency: 1));
        ScenarioResult many = Given.Result(requirements: Given.Requirements(concurrency: 1_000_000_000));
        Assert.Equal(99_999_999_900m, Row("kv_total_gib", 0, one, many)[1].DifferencePercent);
    }

    [Fact]
    public void One_option_alone_is_its_own_baseline() =>
        Assert.All(new OptionComparison([Base], OptionNames.Of([Base]), 0, EchoTexts.Create()).Rows, row => Assert.True(row.Options.Single().IsBaseline));

    [Theory]
    [MemberData(nameof(Named))]
    public void Options_are_named_by_what_differs(string[] expected, Func<ScenarioResult[]> results) => Assert.Equal(expected, OptionNames.Of(results()));

    public static TheoryData<string[], Func<ScenarioResult[]>> Named => new()
    {
        { ["minimum", "ideal"], () => [Given.Result(scenario: Given.Minimum), Given.Result(scenario: Given.Ideal)] },
        { ["1 session", "1,000 sessions"], () => [Given.Result(requirements: Given.Requirements(1)), Given.Result(requirements: Given.Requirements(1_000))] },
        { ["fp8", "bf16"], () => [Base, Double] },
        { ["a 8,192 tokens", "b 16,384 tokens"], () => [Given.Result(Given.Model(name: "a"), requirements: Given.Requirements(context: 8_192)), Given.Result(Given.Model(name: "b"), requirements: Given.Requirements(context: 16_384))] },
        { ["option", "overhead 2000"], () => [Base, Infeasible] },
        { ["option", "option (2)", "option (3)"], () => [Base, Base, Base] },
        { ["dgx-b200 recommended"], () => [Base] },
    };

    [Fact]
    public void A_precision_that_follows_from_the_model_is_not_named()
    {
        ScenarioResult[] results = [Given.Result(Given.Model(name: "a"), requirements: Given.Requirements(precision: null)), Given.Result(Given.Model(name: "b", precision: "bf16"), requirements: Given.Requirements(precision: null))];
        Assert.Equal(["a", "b"], OptionNames.Of(results));
    }

    private static ComparisonCell[] Row(string metric, int baseline, params ScenarioResult[] results) =>
        [.. new OptionComparison(results, OptionNames.Of(results), baseline, EchoTexts.Create()).Rows.Single(row => row.Metric == metric).Options];
}
