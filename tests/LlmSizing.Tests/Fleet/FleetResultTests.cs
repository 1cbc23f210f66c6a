using System.Collections.Generic;
using System.Linq;
using LlmSizing.Tests.Placements;
using Xunit;

namespace LlmSizing.Tests.Fleet;

public class FleetResultTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(500)]
    [InlineData(1_137)]
    [InlineData(1_138)]
    [InlineData(1_000_000_000)]
    public void One_workload_needs_the_nodes_that_it_needs_alone(long sessions)
    {
        foreach (Scenario scenario in Given.Scenarios)
        {
            ScenarioResult alone = Given.Result(requirements: Given.Requirements(sessions), scenario: scenario);
            FleetResult fleet = Assert.Single(Plan(alone));
            Assert.Equal((alone.NodesWithHeadroom, alone.NodesFinal, alone.NodesFinal), (fleet.NodesWithHeadroom, fleet.NodesFinal, fleet.NodesApart));
        }
    }

    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(4, 1, 1)]
    [InlineData(3, 1, 2)]
    [InlineData(4, 2, 1)]
    [InlineData(8, 3, 1)]
    [InlineData(2, 5, 1)]
    public void One_placed_workload_needs_the_nodes_that_it_needs_alone(long tensor, long pipeline, long data)
    {
        Model model = tensor == 3 ? Placed.Small(heads: 6, keyValueHeads: 6, "attention q_proj @0-3 384x512 column bf16") : Placed.Llama70B();
        foreach (long sessions in new long[] { 1, 7, 100, 12_345 })
        {
            ScenarioResult alone = Placed.Result(model, new Placement(tensor, pipeline, data), Placed.Node(gb: 200), Placed.Load(sessions), scenario: Given.Recommended);
            Assert.Equal(alone.NodesFinal, Assert.Single(Plan(alone)).NodesFinal);
        }
    }

    [Fact]
    public void Workloads_of_a_model_share_nodes_and_their_spares()
    {
        // 1,137 sessions of the seed fill a node; a session of half the context takes a little more than half of one.
        FleetResult fleet = Assert.Single(Plan(
            Given.Result(requirements: Given.Requirements(600, headroom: 0)), Given.Result(requirements: Given.Requirements(1_000, 32_768, headroom: 0))));
        FleetPool pool = Assert.Single(fleet.Pools);
        Assert.Equal((1, 1, 2, 4), (fleet.NodesWithHeadroom, fleet.SpareNodes, fleet.NodesFinal, fleet.NodesApart));
        Assert.Equal((2, 1_600, 1), (pool.Workloads, pool.SessionsWithHeadroom, pool.Replicas));
    }

    [Fact]
    public void Nodes_are_never_fewer_than_the_bytes_ask_for_and_never_more_than_apart()
    {
        for (long i = 1; i < 40; i++)
        {
            ScenarioResult[] results =
            [
                Given.Result(requirements: Given.Requirements(i * 211, 65_536)),
                Given.Result(requirements: Given.Requirements(i * 97, 131_072, headroom: 0.5m)),
                Given.Result(requirements: Given.Requirements(i * 733, 1_000, headroom: 0)),
            ];
            FleetPool pool = Assert.Single(Assert.Single(Plan(results)).Pools);
            Assert.InRange(pool.Replicas!.Value, pool.RanksAtLeast, results.Sum(result => result.NodesWithHeadroom!.Value));
        }
    }

    [Fact]
    public void The_smallest_budget_of_a_pool_holds_for_all_of_it()
    {
        ScenarioResult wide = Given.Result(requirements: Given.Requirements(1_137, headroom: 0, budget: 0.7m));
        ScenarioResult narrow = Given.Result(requirements: Given.Requirements(1, headroom: 0, budget: 0.35m));
        Assert.Equal(3, Assert.Single(Plan(wide, narrow)).NodesWithHeadroom);
    }

    [Fact]
    public void Models_and_precisions_have_nodes_of_their_own()
    {
        FleetResult fleet = Assert.Single(Plan(
            Given.Result(), Given.Result(requirements: Given.Requirements(precision: "bf16")), Given.Result(Given.Model(name: "other"))));
        Assert.Equal((3, 3), (fleet.Pools.Count, fleet.SpareNodes));
        Assert.Equal(fleet.NodesApart, fleet.NodesFinal);
    }

    [Fact]
    public void Replicas_smaller_than_a_node_share_nodes_and_have_one_spare_for_all()
    {
        Model small = Placed.Small();
        ScenarioResult large = Placed.Result(Placed.Llama70B(), new Placement(4), load: Placed.Load(1), scenario: Given.Recommended);
        ScenarioResult little = Placed.Result(small, new Placement(2), load: Placed.Load(1), scenario: Given.Recommended);
        FleetResult fleet = Assert.Single(Plan(large, little));
        Assert.Equal((1, 1, 2, 4), (fleet.NodesWithHeadroom, fleet.SpareNodes, fleet.NodesFinal, fleet.NodesApart));
    }

    [Fact]
    public void A_session_that_does_not_fit_makes_the_fleet_infeasible()
    {
        ScenarioResult good = Given.Result();
        ScenarioResult bad = Given.Result(requirements: Given.Requirements(overhead: 1_000_000));
        FleetResult fleet = Assert.Single(Plan(good, bad));
        Assert.False(fleet.Feasible);
        Assert.Null(fleet.NodesFinal);
        Assert.Null(fleet.NodesApart);
        Assert.Contains("report.fleet.pool.infeasible", fleet.Rationale.Interpretation, System.StringComparison.Ordinal);
    }

    [Fact]
    public void Each_scenario_and_server_has_a_fleet_of_its_own_in_the_order_of_the_results()
    {
        FleetResult[] fleets = Plan([.. Given.Scenarios.Select(scenario => Given.Result(scenario: scenario)), Given.Result(server: Given.Server(gpus: 4)), Given.Result()]);
        Assert.Equal(["minimum", "recommended", "ideal", "recommended"], fleets.Select(fleet => fleet.Scenario));
        Assert.Equal([1, 2, 1, 1], fleets.Select(fleet => fleet.Workloads));
    }

    [Fact]
    public void The_sessions_of_like_workloads_are_packed_as_one_sum()
    {
        ScenarioResult huge = Given.Result(server: Given.Server(1, 18), requirements: Given.Requirements(1_000_000_000, headroom: 10, overhead: 0));
        long sessions = 200 * 11_000_000_000;
        Assert.Equal(((sessions - 1) / huge.SessionsPerNode) + 1, Assert.Single(Plan([.. Enumerable.Repeat(huge, 200)])).NodesWithHeadroom);
    }

    private static FleetResult[] Plan(params IEnumerable<ScenarioResult> results) => [.. FleetResult.Plan(results, EchoTexts.Create())];
}
