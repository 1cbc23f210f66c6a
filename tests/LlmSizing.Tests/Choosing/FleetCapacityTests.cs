using CsCheck;
using LlmSizing.Tests.Placements;
using Xunit;

namespace LlmSizing.Tests.Choosing;

public class FleetCapacityTests
{
    [Theory]
    [InlineData("minimum", 4 * 1137)]
    [InlineData("recommended", 2842)]
    [InlineData("ideal", 1624)]
    public void Four_nodes_of_the_seed_carry_what_headroom_and_spares_leave(string scenario, long sessions)
    {
        FleetCapacity capacity = Of(4, scenario: Find(scenario));
        Assert.Equal(sessions, capacity.Sessions);
        Assert.Equal(FleetLimit.KvCache, capacity.LimitedBy);
    }

    [Fact]
    public void Sizing_the_answer_needs_at_most_the_nodes_and_one_session_more_needs_more() => Gen.Select(Gen.Long[1, 300], Gen.Long[1, 131_072], Gen.Int[0, 2]).Sample((nodes, context, scenario) =>
    {
        FleetCapacity capacity = Of(nodes, Given.Requirements(concurrency: nodes, context: context), Given.Scenarios[scenario]);
        if (capacity.Sessions > 0)
        {
            Assert.True(Nodes(capacity.Sessions, context, scenario) <= nodes);
        }
        Assert.True(capacity.Sessions == 1_000_000_000 || Nodes(capacity.Sessions + 1, context, scenario) > nodes);
        if (capacity.LongestContext > 0)
        {
            Assert.True(Nodes(nodes, capacity.LongestContext, scenario) <= nodes);
        }
        Assert.True(capacity.LongestContext == 131_072 || Nodes(nodes, capacity.LongestContext + 1, scenario) > nodes);
    }, iter: 300);

    [Fact]
    public void A_placed_model_is_planned_again_for_each_context()
    {
        ScenarioResult placed = Placed.Result(Placed.Llama70B(), new LlmSizing.Placement(4));
        var capacity = new FleetCapacity(placed.Request, Given.Minimum, 1);
        Assert.Equal(placed.SessionsPerNode, capacity.Sessions);
        Assert.Equal("tp4", capacity.Placement);
        Requirements longest = Placed.Load(context: capacity.LongestContext);
        Requirements longer = Placed.Load(context: capacity.LongestContext + 1);
        Assert.Equal(1, Placed.Result(Placed.Llama70B(), new LlmSizing.Placement(4), load: longest).NodesFinal);
        Assert.NotEqual(1, Placed.Result(Placed.Llama70B(), new LlmSizing.Placement(4), load: longer).NodesFinal);
    }

    [Fact]
    public void What_breaks_first_is_said()
    {
        Assert.Equal(FleetLimit.Weights, Of(4, Given.Requirements(overhead: 2_000)).LimitedBy);
        Assert.Equal(FleetLimit.Spares, Of(2, scenario: Given.Ideal).LimitedBy);
        Assert.Equal(FleetLimit.ContextLimit, Of(4, Given.Requirements(concurrency: 1)).ContextLimitedBy);
        Assert.Equal(FleetLimit.KvCache, Of(4, Given.Requirements(concurrency: 3_000)).ContextLimitedBy);
        Assert.Equal(FleetLimit.ConcurrencyLimit, Of(1_000_000_000, Given.Requirements(context: 1)).LimitedBy);
        Assert.Equal(0, Of(2, scenario: Given.Ideal).Sessions);
        ScenarioResult spread = Placed.Result(Placed.Llama70B(), new LlmSizing.Placement(8, 2));
        Assert.Equal(FleetLimit.Replica, new FleetCapacity(spread.Request, Given.Minimum, 1).LimitedBy);
    }

    [Fact]
    public void A_load_of_more_bytes_than_an_integer_holds_fits_no_fleet()
    {
        var huge = new FleetCapacity(Given.Request(Given.Model([new FullAttention(1_000, 128, 1_024)], maxPositions: 1_000_000_000), requirements: Given.Requirements(1_000_000_000, 1_000)), Given.Minimum, 5);
        Assert.Equal(0, huge.LongestContext);
        Assert.True(huge.Sessions > 0);
    }

    [Fact]
    public void Users_and_requests_follow_from_the_time_of_an_answer()
    {
        Assert.Equal(10_000, ActiveShare.Of(0.1m).Users(1_000));
        Assert.Null(ActiveShare.Of(0.1m).RequestsPerSecond(1_000));
        ActiveShare thinking = ActiveShare.Of(20, 60);
        Assert.Equal(4_000, thinking.Users(1_000));
        Assert.Equal(50, thinking.RequestsPerSecond(1_000));
        Assert.Equal(0, thinking.Users(0));
        Assert.Equal(3, ActiveShare.Of(0.3m).Users(1));
    }

    private static FleetCapacity Of(long nodes, Requirements? requirements = null, Scenario? scenario = null) =>
        new(Given.Request(requirements: requirements), scenario ?? Given.Minimum, nodes);

    private static Scenario Find(string name) => name switch { "minimum" => Given.Minimum, "ideal" => Given.Ideal, _ => Given.Recommended };

    private static long Nodes(long sessions, long context, int scenario) =>
        Given.Result(requirements: Given.Requirements(sessions, context), scenario: Given.Scenarios[scenario]).NodesFinal ?? long.MaxValue;
}
