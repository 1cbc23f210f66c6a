using System;
using System.Collections.Generic;
using System.Linq;
using LlmSizing.Tests.Placements;
using Xunit;

namespace LlmSizing.Tests.Choosing;

public class UncertaintyTests
{
    private static readonly ScenarioResult Load = Given.Result(requirements: Given.Requirements(5_000), scenario: Given.Minimum);

    [Fact]
    public void Percentiles_are_exact_ranks_of_a_load_that_is_known()
    {
        // One node carries 1,137 sessions: from 1 to 11,370 sessions each of ten numbers of nodes is as likely.
        NodeUncertainty uniform = Draw("concurrency", "uniform(0.5,11370.5)");
        Assert.Equal([1L, 5, 9, 10, 10], new[] { 5m, 45, 85, 95, 100 }.Select(percent => uniform.Percentile(percent)!.Value));
        Assert.InRange(uniform.EnoughPercent, 49, 51);
        Assert.Equal(10, uniform.Shares.Count);
        Assert.Equal(100, uniform.Shares[9].PercentAtMost);
        Assert.Equal(uniform.Draws, uniform.Shares.Sum(share => share.Draws));
        Assert.All(uniform.Shares, share => Assert.InRange(share.Percent, 9.5m, 10.5m));
    }

    [Fact]
    public void What_does_not_vary_gives_the_answer_itself()
    {
        NodeUncertainty same = Draw("concurrency", "5000");
        Assert.Equal((Load.NodesFinal, Load.NodesFinal), (same.P50, same.P99));
        Assert.Equal(100, same.EnoughPercent);
    }

    [Fact]
    public void The_same_seed_gives_the_same_shares_and_another_does_not()
    {
        string Shares(long seed) => new UncertainRequest(Load, 0.2m, new Dictionary<string, Distribution>()).Draw(10_000, seed).Shares.ToString();
        Assert.Equal(Shares(1), Shares(1));
        Assert.NotEqual(Shares(1), Shares(2));
    }

    // These hold on every machine and runtime: the draws are the same bits.
    [Fact]
    public void The_draws_are_the_same_everywhere()
    {
        NodeUncertainty spread = Draw("concurrency", "lognormal(5000,0.3)");
        Assert.Equal("concurrency=lognormal(5000,0.3)", spread.Inputs.ToString());
        Assert.Equal((5L, 7L, 8L, 9L), (spread.P50!.Value, spread.P90!.Value, spread.P95!.Value, spread.P99!.Value));
        Assert.Equal("7 nodes in 90% of cases", spread.ToString());
    }

    [Fact]
    public void A_distribution_goes_before_the_uncertainty_and_one_input_more_leaves_the_draws_of_the_others()
    {
        var one = new Dictionary<string, Distribution> { ["Concurrency"] = Distribution.Parse("5000", "x") };
        NodeUncertainty both = new UncertainRequest(Load, 0.2m, one).Draw(1_000, 1);
        Assert.Contains("concurrency=5000", both.Inputs);
        Assert.Contains("kv_budget_ratio=uniform(0.56,0.84)", both.Inputs);
        Assert.DoesNotContain(both.Inputs, input => input.StartsWith("peak_headroom_ratio", StringComparison.Ordinal));
    }

    [Fact]
    public void Draws_that_cannot_be_met_stand_behind_all_others()
    {
        NodeUncertainty half = Draw("runtime_overhead_gib", "uniform(1241.1,1441.1)");
        Assert.NotNull(half.Percentile(40));
        Assert.Null(half.P90);
        Assert.InRange(half.Infeasible, half.Draws * 45 / 100, half.Draws * 55 / 100);
        Assert.Null(half.Shares[^1].Nodes);
        Assert.Contains("cannot be met", half.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gpus")]
    [InlineData("")]
    public void An_input_that_is_not_there_is_refused(string name)
    {
        var given = new Dictionary<string, Distribution> { [name] = Distribution.Parse("1", "x") };
        Assert.Contains("concurrency", Assert.Throws<SizingException>(() => new UncertainRequest(Load, null, given)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_placed_model_is_drawn_too_and_draws_can_be_stopped()
    {
        ScenarioResult placed = Placed.Result(Placed.Llama70B(), new LlmSizing.Placement(4));
        var request = new UncertainRequest(placed, 0.2m, new Dictionary<string, Distribution>());
        NodeUncertainty drawn = request.Draw(2_000, 1);
        Assert.True(drawn.P99 >= drawn.P50);
        Assert.Throws<OperationCanceledException>(() => request.Draw(2_000, 1, () => true));
    }

    [Fact]
    public void A_percentile_outside_is_an_error()
    {
        NodeUncertainty drawn = Draw("concurrency", "5000");
        Assert.Throws<ArgumentOutOfRangeException>(() => drawn.Percentile(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => drawn.Percentile(100.1m));
    }

    private static NodeUncertainty Draw(string input, string distribution) =>
        new UncertainRequest(Load, null, new Dictionary<string, Distribution> { [input] = Distribution.Parse(distribution, input) }).Draw(100_000, 1);
}
