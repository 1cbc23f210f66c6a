using System;
using System.Linq;
using Xunit;

namespace LlmSizing.Tests.Results;

public class InfeasibleResultTests
{
    private static readonly Texts Words = EchoTexts.Create(
        ("metric.nodes.none", "n/a"),
        ("metric.nodes.infeasible", "No node holds a session of {kv_per_session_gib} GiB in {kv_budget_gib} GiB."),
        ("metric.kv_budget_gib.nothing_left", "{available_after_overhead_gib} GiB are left."),
        ("metric.sessions_per_node.infeasible", "Not one of {kv_per_session_gib} GiB."),
        ("unit.sessions.other", "sessions"));

    [Fact]
    public void Nothing_left_is_a_result_without_node_counts()
    {
        ScenarioResult result = Given.Result(requirements: Given.Requirements(overhead: 2_000));
        Assert.False(result.Feasible);
        Assert.Equal((0L, 0d, 0L), (result.KvBudgetBytes, result.KvBudgetGib, result.SessionsPerNode));
        Assert.Null(result.NodesCapacity);
        Assert.Null(result.NodesWithHeadroom);
        Assert.Null(result.NodesFinal);
        Assert.Equal("opt-oss-20b on dgx-b200, recommended: infeasible", result.ToString());
    }

    [Fact]
    public void What_does_not_depend_on_the_budget_is_still_there()
    {
        ScenarioResult result = Given.Result(requirements: Given.Requirements(overhead: 2_000));
        Assert.Equal(806_879_232, result.KvPerSessionBytes);
        Assert.Equal(403_439_616_000, result.KvTotalBytes);
        Assert.Equal(2_000, result.RuntimeOverheadGib);
        Assert.Equal(0.7m, result.KvBudgetRatio);
    }

    [Fact]
    public void A_budget_that_holds_no_session_keeps_its_bytes()
    {
        ScenarioResult result = Given.Result(requirements: Given.Requirements(overhead: 1_341));
        Assert.False(result.Feasible);
        Assert.True(result.KvBudgetBytes > 0);
        Assert.Null(result.NodesFinal);
    }

    [Fact]
    public void Its_metrics_say_why()
    {
        ScenarioResult result = Given.Result(requirements: Given.Requirements(overhead: 2_000));
        ReadableList<MetricResult> metrics = new(MetricList.For(result).Select(metric => metric.Describe(result, Words)));
        Assert.Equal("0.0 GiB", metrics[3].Display);
        Assert.Equal("-658.9 GiB are left.", metrics[3].Rationale.Interpretation);
        Assert.Equal("0 sessions", metrics[4].Display);
        Assert.Equal("Not one of 0.75 GiB.", metrics[4].Rationale.Interpretation);
        foreach (MetricResult nodes in metrics.Skip(5))
        {
            Assert.Null(nodes.Value);
            Assert.Equal("n/a", nodes.Display);
            Assert.Equal("No node holds a session of 0.75 GiB in 0.0 GiB.", nodes.Rationale.Interpretation);
        }
        Assert.DoesNotContain(metrics[7].Rationale.Inputs, input => input.Name == "nodes_with_headroom");
    }

    [Fact]
    public void A_feasible_result_says_its_nodes()
    {
        Assert.Equal("opt-oss-20b on dgx-b200, recommended: 2 nodes", Given.Result().ToString());
        Assert.Equal("opt-oss-20b on dgx-b200, minimum: 1 node", Given.Result(scenario: Given.Minimum).ToString());
    }
}
