using System;
using System.Collections.Generic;
using System.Linq;
using LlmSizing.Tests.Placements;
using Xunit;

namespace LlmSizing.Tests.Choosing;

public class SensitivityTests
{
    private static readonly ScenarioResult Load = Given.Result(requirements: Given.Requirements(5_000));

    [Fact]
    public void Nodes_rise_with_the_sessions_one_to_one_and_fall_with_the_budget()
    {
        Assert.Equal(1m, Row("concurrency").Elasticity);
        Assert.InRange(Row("effective_context").Elasticity!.Value, 0.98m, 1.02m);
        Assert.InRange(Row("kv_budget_ratio").Elasticity!.Value, -1.02m, -0.98m);
        Assert.True(Row("runtime_overhead_gib").Elasticity > 0);
        Assert.Equal((4_500m, 5_000m, 5_500m), (Row("concurrency").Low, Row("concurrency").Base, Row("concurrency").High));
    }

    [Fact]
    public void The_input_that_moves_the_answer_most_comes_first()
    {
        decimal[] slopes = [.. Sensitivity.Of(Load, 0.1m).Select(row => Math.Abs(row.Elasticity ?? 0))];
        Assert.Equal(5, slopes.Length);
        Assert.Equal(slopes.OrderDescending(), slopes);
    }

    [Fact]
    public void A_node_is_added_exactly_at_the_threshold()
    {
        foreach (SizingInput input in SizingInput.All)
        {
            decimal threshold = Row(input.Id).Threshold!.Value;
            decimal step = (input.IsCost ? 1 : -1) * (input.IsWhole ? 1 : 0.000000001m);
            Assert.True(Nodes(input, threshold) > Load.NodesFinal, input.Id);
            Assert.Equal(Load.NodesFinal, Nodes(input, threshold - step));
        }
    }

    [Fact]
    public void Where_no_number_adds_a_node_there_is_no_threshold()
    {
        ScenarioResult small = Given.Result(requirements: Given.Requirements(1), scenario: Given.Minimum);
        IReadOnlyList<Sensitivity> rows = Sensitivity.Of(small, 0.1m);
        Assert.Null(rows.Single(row => row.Input == "effective_context").Threshold);
        Sensitivity headroom = rows.Single(row => row.Input == "peak_headroom_ratio");
        Assert.Null(headroom.Threshold);
        Assert.Null(headroom.Elasticity);
    }

    [Fact]
    public void A_request_that_cannot_be_met_has_rows_without_nodes() =>
        Assert.All(Sensitivity.Of(Given.Result(requirements: Given.Requirements(overhead: 2_000)), 0.1m), row => Assert.True(row is { Nodes: null, Threshold: null }));

    [Fact]
    public void An_engine_s_own_overhead_does_not_vary()
    {
        ScenarioResult placed = Placed.Result(Placed.Llama70B(), new LlmSizing.Placement(4));
        Assert.DoesNotContain("runtime_overhead_gib", Sensitivity.Of(placed, 0.1m).Select(row => row.Input));
        ScenarioResult asked = Placed.Result(Placed.Llama70B(), new LlmSizing.Placement(4), load: Placed.Load(overhead: 40));
        Assert.Contains("runtime_overhead_gib", Sensitivity.Of(asked, 0.1m).Select(row => row.Input));
    }

    private static Sensitivity Row(string input) => Sensitivity.Of(Load, 0.1m).Single(row => row.Input == input);

    private static long? Nodes(SizingInput input, decimal value) => Given.Solve(input.Change(Load.Request, value), Given.Recommended).NodesFinal;
}
