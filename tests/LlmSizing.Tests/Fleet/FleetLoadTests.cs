using System.Linq;
using LlmSizing.Tests.Traffic;
using Xunit;

namespace LlmSizing.Tests.Fleet;

/// <summary>Fleets whose workloads ask for throughput and latency as well as for memory.</summary>
public class FleetLoadTests
{
    [Fact]
    public void One_workload_in_time_needs_the_nodes_that_it_needs_alone()
    {
        ScenarioResult[] cases =
        [
            .. new[] { 1m, 20m, 200m, 5_000m }.SelectMany(rate => new[] { Loaded.Result(Loaded.Asking(rate)), Loaded.Result(Loaded.Asking(rate, ttft: 2_000, tpot: 25)) }),
            Loaded.Result(Loaded.Asking(200, input: "7000", output: "10")), Loaded.Result(Loaded.Asking(200, tpot: 8)),
            Loaded.Result(Loaded.Asking(think: 600), 5_000), Loaded.Result(Loaded.Asking(think: 0), 600),
        ];
        Assert.All(cases, alone =>
        {
            FleetResult fleet = Assert.Single(Plan(alone));
            Assert.Equal((alone.NodesWithHeadroom, alone.NodesFinal), (fleet.NodesWithHeadroom, fleet.NodesFinal));
        });
    }

    [Fact]
    public void Requests_of_workloads_on_the_same_replicas_add_up()
    {
        ScenarioResult one = Loaded.Result(Loaded.Asking(200, input: "7000", output: "10"));
        FleetPool pool = Assert.Single(Assert.Single(Plan(one, one)).Pools);
        Assert.Equal("throughput", one.Load!.Binding);
        long alone = Assert.Single(Assert.Single(Plan(one)).Pools).Replicas!.Value;
        Assert.InRange(pool.Replicas!.Value, (2 * alone) - 1, 2 * alone);
        Assert.Contains(pool.Rationale.Inputs, input => input.Name == "ranks_for_requests");
    }

    [Fact]
    public void A_latency_that_cannot_be_kept_leaves_the_fleet_without_nodes()
    {
        FleetResult fleet = Assert.Single(Plan(Loaded.Result(Loaded.Asking(1, ttft: 0.001m))));
        Assert.False(fleet.Feasible);
        Assert.Null(fleet.NodesFinal);
        Assert.StartsWith("report.fleet.pool.late", fleet.Rationale.Interpretation, System.StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_said_of_operation_holds_for_all_nodes_once()
    {
        ScenarioResult[] results =
        [
            Asked(new LlmSizing.Operations(pue: 1.3m, pricePerHour: 10, currency: "EUR", outputTokensPerSecond: 5)), Asked(new LlmSizing.Operations(pue: 1.3m, utilization: 0.5m)), Asked(null),
        ];
        FleetResult fleet = Assert.Single(Plan(results));
        Assert.Equal(fleet.NodesFinal * 10m, fleet.Operation!.PricePerHour);
        Assert.Equal((1.3m, "EUR", null, null), (fleet.Operation.Asked.Pue, fleet.Operation.Asked.Currency, fleet.Operation.Asked.OutputTokensPerSecond, fleet.Operation.Asked.Utilization));
        Assert.Null(Assert.Single(Plan(Asked(null))).Operation);
    }

    [Fact]
    public void Workloads_that_contradict_each_other_are_refused_and_so_are_two_currencies()
    {
        SizingException price = Assert.Throws<SizingException>(() => Plan(Asked(new LlmSizing.Operations(pricePerHour: 10)), Asked(new LlmSizing.Operations(pricePerHour: 11))));
        Assert.Contains("-PricePerHour is 10 for one and 11 for another", price.Message);
        SizingException currency = Assert.Throws<SizingException>(() => Plan(Asked(new LlmSizing.Operations(currency: "EUR")), Asked(new LlmSizing.Operations(pricePerHour: 1, currency: "USD"))));
        Assert.Contains("EUR", currency.Message);
        Assert.Contains("USD", currency.Message);
    }

    [Fact]
    public void A_workload_keeps_its_name()
    {
        SizingRequest named = Given.Request().Named("chat");
        ScenarioResult result = Given.Solve(named.With(Given.Requirements(7)), Given.Minimum);
        Assert.Equal("chat", result.Workload);
        Assert.Equal("chat", Assert.Single(Assert.Single(Assert.Single(Plan(result)).Pools).Loads).Workload);
    }

    private static ScenarioResult Asked(LlmSizing.Operations? operations) => Given.Solve(Given.Request().With(operations), Given.Recommended);

    private static FleetResult[] Plan(params ScenarioResult[] results) => [.. FleetResult.Plan(results, EchoTexts.Create())];
}
