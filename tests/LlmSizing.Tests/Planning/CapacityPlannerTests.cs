using System;
using Xunit;

namespace LlmSizing.Tests.Planning;

public class CapacityPlannerTests
{
    [Fact]
    public void The_seed_needs_one_two_and_three_nodes()
    {
        Assert.Equal([1137L, 1137L, 1056L], Sessions(Given.Request()));
        Assert.Equal([1L, 2L, 3L], Nodes(Given.Request()));
    }

    [Fact]
    public void Five_hundred_sessions_and_a_fifth_on_nodes_of_six_hundred_are_one_node_exactly()
    {
        // 1 layer × 1 head × (1 + 1) × 1 byte × 1 token = 2 bytes; 1,200 bytes hold 600 sessions.
        Model tiny = Given.Model([new FullAttention(1, 1, 1)], weightsGib: null);
        Requirements load = Given.Requirements(500, 1, budget: 1, overhead: 0, headroom: 0.2m);
        ScenarioResult result = Given.Result(tiny, Given.Server(1, 0.0000012m), requirements: load, scenario: Given.Recommended);

        Assert.Equal(600, result.SessionsPerNode);
        Assert.Equal(1, result.NodesWithHeadroom);
        Assert.Equal(2, result.NodesFinal);
    }

    [Theory]
    [InlineData(0.0000012, 600)]
    [InlineData(0.000001199, 599)]
    [InlineData(0.000001201, 600)]
    public void A_byte_less_is_a_session_less(double hbmGb, long sessions)
    {
        Model tiny = Given.Model([new FullAttention(1, 1, 1)], weightsGib: null);
        Requirements load = Given.Requirements(500, 1, budget: 1, overhead: 0);
        Assert.Equal(sessions, Given.Result(tiny, Given.Server(1, (decimal)hbmGb), requirements: load).SessionsPerNode);
    }

    [Fact]
    public void A_fraction_of_a_byte_of_overhead_takes_a_whole_byte()
    {
        // 10^-9 GiB are 1.073741824 bytes: of 3 bytes 1.926258176 are left, which is 1 whole byte and not one session of 2.
        Model tiny = Given.Model([new FullAttention(1, 1, 1)], weightsGib: null);
        Requirements load = Given.Requirements(1, 1, budget: 1, overhead: 0.000000001m);
        ScenarioResult result = Given.Result(tiny, Given.Server(1, 0.000000003m), requirements: load);
        Assert.Equal(1, result.KvBudgetBytes);
        Assert.False(result.Feasible);
    }

    [Fact]
    public void The_largest_request_of_all_limits_is_a_number_or_names_its_input()
    {
        Requirements load = Given.Requirements(1_000_000_000, 1_000_000_000, "bf16", budget: 1, overhead: 1_000_000, headroom: 10);
        Model smallest = Given.Model([new FullAttention(1, 1, 1)], long.MaxValue, weightsGib: null);
        ScenarioResult result = Given.Result(smallest, Given.Server(1, 9_223_372_036m), requirements: load);
        Assert.Equal(4_000_000_000L * 1_000_000_000L, result.KvTotalBytes);

        SizingException refused = Assert.Throws<SizingException>(() => Given.Result(Given.Model(maxPositions: long.MaxValue), requirements: load));
        Assert.Equal("Concurrency", refused.Input);
        Assert.Contains("1000000000 sessions", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Solving_does_not_allocate()
    {
        SizingRequest request = Given.Request();
        long nodes = SolveMany(request);
        long before = GC.GetAllocatedBytesForCurrentThread();
        nodes += SolveMany(request);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(2 * 10_000 * (1 + 2 + 3), nodes);
    }

    private static long SolveMany(SizingRequest request)
    {
        long nodes = 0;
        for (int i = 0; i < 10_000; i++)
        {
            nodes += CapacityPlanner.Solve(request, Given.Minimum).NodesFinal;
            nodes += CapacityPlanner.Solve(request, Given.Recommended).NodesFinal;
            nodes += CapacityPlanner.Solve(request, Given.Ideal).NodesFinal;
        }
        return nodes;
    }

    private static long[] Sessions(SizingRequest request) => Array.ConvertAll([.. Given.Scenarios], scenario => Given.Solve(request, scenario).SessionsPerNode);

    private static long[] Nodes(SizingRequest request) => Array.ConvertAll([.. Given.Scenarios], scenario => Given.Solve(request, scenario).NodesFinal!.Value);
}
