using System.Linq;
using LlmSizing.Tests.Traffic;
using Xunit;

namespace LlmSizing.Tests.Operations;

/// <summary>Cost, energy and CO2 of a million tokens, by the tokens of the load.</summary>
public class PredictedTokensTests
{
    [Fact]
    public void Tokens_of_arrivals_are_the_requests_by_their_mean_length()
    {
        ScenarioResult result = Asked(Loaded.Asking(20, input: "1000", output: "200"), new LlmSizing.Operations(pricePerHour: 10));
        decimal perHour = 10m * result.NodesFinal!.Value;
        Assert.Equal(perHour / (20 * 200 * 3600m) * 1_000_000, Value(result, "price_per_million_output_tokens"), 9);
        Assert.Equal(perHour / (20 * 1_000 * 3600m) * 1_000_000, Value(result, "price_per_million_input_tokens"), 9);
        Assert.Contains("requests_per_second × output_tokens", Described(result, "price_per_million_output_tokens").Rationale.Formula.Single(), System.StringComparison.Ordinal);
        Assert.EndsWith("metric.per_million.predicted", Described(result, "price_per_million_output_tokens").Rationale.Interpretation, System.StringComparison.Ordinal);
    }

    [Fact]
    public void Tokens_of_sessions_are_those_that_the_step_times_predict()
    {
        ScenarioResult result = Asked(Loaded.Asking(think: 20, input: "1000", output: "200"), new LlmSizing.Operations(pricePerHour: 10, utilization: 0.5m), 600);
        decimal rate = (decimal)result.Load!.RequestsPerSecond;
        Assert.True(rate > 0);
        Assert.Equal(10m * result.NodesFinal!.Value / (rate * 200 * 3600m * 0.5m) * 1_000_000, Value(result, "price_per_million_output_tokens"), 9);
    }

    [Fact]
    public void A_rate_that_is_given_replaces_the_predicted_one_of_its_kind_alone()
    {
        ScenarioResult result = Asked(Loaded.Asking(20, input: "1000", output: "200"), new LlmSizing.Operations(pricePerHour: 10, outputTokensPerSecond: 2_500));
        Assert.Equal(10m * result.NodesFinal!.Value / (result.NodesCapacity!.Value * 2_500 * 3600m) * 1_000_000, Value(result, "price_per_million_output_tokens"), 9);
        Assert.EndsWith("metric.per_million.given", Described(result, "price_per_million_output_tokens").Rationale.Interpretation, System.StringComparison.Ordinal);
        Assert.EndsWith("metric.per_million.predicted", Described(result, "price_per_million_input_tokens").Rationale.Interpretation, System.StringComparison.Ordinal);
    }

    [Fact]
    public void A_load_that_cannot_be_met_has_no_cost_of_a_token()
    {
        ScenarioResult result = Asked(Loaded.Asking(1, ttft: 0.001m), new LlmSizing.Operations(pricePerHour: 10));
        Assert.Null(Described(result, "price_per_million_output_tokens").Value);
        Assert.Equal("metric.nodes.none", Described(result, "price_per_million_output_tokens").Display);
    }

    [Fact]
    public void Without_traffic_and_without_a_rate_nothing_is_said_of_tokens() => Assert.DoesNotContain(
        Given.Solve(Given.Request().With(new LlmSizing.Operations(pue: 1.3m, pricePerHour: 10)), Given.Minimum).Metrics, metric => metric.Metric.Contains("per_million", System.StringComparison.Ordinal));

    private static ScenarioResult Asked(RequestTraffic traffic, LlmSizing.Operations operations, long? sessions = null)
    {
        ScenarioResult plain = Loaded.Result(traffic, sessions);
        return Given.Solve(plain.Request.With(operations), plain.ScenarioDefinition);
    }

    private static MetricResult Described(ScenarioResult result, string id) => result.Metrics.Single(metric => metric.Metric == id);

    private static decimal Value(ScenarioResult result, string id) => (decimal)Described(result, id).Value!;
}
