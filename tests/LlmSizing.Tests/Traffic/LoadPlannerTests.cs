using System;
using System.Linq;
using LlmSizing.Tests.Placements;
using Xunit;

namespace LlmSizing.Tests.Traffic;

/// <summary>Nodes for memory, throughput and the promised latency, and what is left when nodes fail.</summary>
public class LoadPlannerTests
{
    [Fact]
    public void Nodes_are_the_most_that_a_limit_asks_for()
    {
        foreach (decimal rate in new[] { 1m, 20m, 200m, 5_000m })
        {
            ScenarioResult result = Loaded.Result(Loaded.Asking(rate, ttft: 2_000, tpot: 25));
            LoadAnswer load = result.Load!;
            Assert.Equal(new[] { load.NodesMemory, load.NodesThroughput, load.NodesSlo!.Value }.Max(), result.NodesWithHeadroom);
            Assert.Equal(result.NodesWithHeadroom + 1, result.NodesFinal);
            Assert.True(result.NodesCapacity <= result.NodesWithHeadroom);
            Assert.True(load.NodesSlo >= load.NodesThroughput);
        }
    }

    [Fact]
    public void Each_limit_can_bind_and_is_named()
    {
        Assert.Equal("memory", Loaded.Result(Loaded.Asking(think: 600), 5_000).Load!.Binding);
        Assert.Equal("throughput", Loaded.Result(Loaded.Asking(200, input: "7000", output: "10")).Load!.Binding);
        Assert.Equal("slo", Loaded.Result(Loaded.Asking(200, tpot: 8)).Load!.Binding);
    }

    [Fact]
    public void Littles_law_holds_at_every_load()
    {
        foreach (decimal rate in new[] { 0.5m, 10m, 300m })
        {
            LoadedFleet peak = Loaded.Result(Loaded.Asking(rate)).Load!.Peak!;
            Assert.Equal((double)rate * 1.2, peak.RequestsPerSecond, 1e-9 * (double)rate);
            Assert.Equal(peak.RequestsPerSecond * peak.ResponseSeconds!.Value, peak.RequestsInFlight!.Value, 1e-6 * peak.RequestsInFlight.Value);
        }
        foreach (decimal think in new[] { 0m, 5m, 60m })
        {
            LoadedFleet peak = Loaded.Result(Loaded.Asking(think: think), 600).Load!.Peak!;
            double sessions = peak.RequestsPerSecond * (peak.ResponseSeconds!.Value + (double)think);
            // 720 sessions at the peak; ranks hold whole sessions, and the fullest one counts.
            Assert.InRange(sessions, 720, 720 + (peak.Nodes * 8));
        }
    }

    [Fact]
    public void More_load_never_needs_fewer_nodes()
    {
        long before = 0;
        for (decimal rate = 1; rate < 2_000; rate *= 1.5m)
        {
            long nodes = Loaded.Result(Loaded.Asking(decimal.Round(rate, 3), ttft: 1_000, tpot: 20)).NodesFinal!.Value;
            Assert.True(nodes >= before, $"{rate} requests/s: {nodes} after {before}");
            before = nodes;
        }
        before = 0;
        for (long sessions = 1; sessions < 100_000; sessions *= 3)
        {
            long nodes = Loaded.Result(Loaded.Asking(think: 20, tpot: 15), sessions).NodesFinal!.Value;
            Assert.True(nodes >= before, $"{sessions} sessions: {nodes} after {before}");
            before = nodes;
        }
    }

    [Fact]
    public void A_tighter_promise_and_a_higher_percentile_never_need_fewer_nodes()
    {
        long[] bounds = [.. new[] { 30m, 20m, 12m, 9m, 8m }.Select(tpot => Loaded.Result(Loaded.Asking(300, tpot: tpot)).NodesFinal!.Value)];
        Assert.Equal(bounds.Order(), bounds);
        long[] percentiles = [.. new[] { 0.5m, 0.9m, 0.99m, 0.9999m }.Select(share => Loaded.Result(Loaded.Asking(300, ttft: 300, percentile: share)).NodesFinal!.Value)];
        Assert.Equal(percentiles.Order(), percentiles);
    }

    [Fact]
    public void What_is_promised_is_kept_on_the_nodes_and_not_on_one_less()
    {
        ScenarioResult result = Loaded.Result(Loaded.Asking(200, tpot: 8), scenario: Given.Minimum);
        Assert.True(result.Load!.Peak!.TpotMs <= 8);
        Assert.Equal("slo", result.Load.Binding);
        Assert.False(result.Load.Survivors!.Holds);
        Assert.Equal(result.NodesFinal - 1, result.Load.Survivors.Nodes);
        Assert.True(result.Load.Survivors.TpotMs > 8);
    }

    [Fact]
    public void A_promise_that_one_request_alone_breaks_has_no_number_of_nodes()
    {
        ScenarioResult result = Loaded.Result(Loaded.Asking(1, tpot: 0.5m));
        Assert.False(result.Feasible);
        Assert.Null(result.NodesFinal);
        Assert.Null(result.Load!.Peak);
        Assert.Equal("slo_unreachable", result.Alerts[0].Code);
        Assert.Equal(AlertSeverity.Critical, result.Alerts[0].Severity);
        Assert.All(result.Metrics.Where(metric => metric.Metric.StartsWith("nodes_", StringComparison.Ordinal) && metric.Unit == "nodes" && metric.Metric != "nodes_per_replica"), metric => Assert.Null(metric.Value));
    }

    [Fact]
    public void Spares_carry_the_peak_and_without_one_the_alert_says_what_is_lost()
    {
        foreach (Scenario scenario in new[] { Given.Recommended, Given.Ideal })
        {
            ScenarioResult sound = Loaded.Result(Loaded.Asking(300, ttft: 1_000), scenario: scenario);
            Assert.True(sound.Load!.Survivors!.Holds);
            Assert.Equal(0, sound.Load.Survivors.SessionsLost);
            Assert.Equal(scenario.HaMode.ExtraNodes, sound.Load.NodesLost);
            Assert.DoesNotContain("survivors_overloaded", sound.Alerts.Select(alert => alert.Code));
        }
        ScenarioResult bare = Loaded.Result(Loaded.Asking(200, input: "7000", output: "10"), scenario: Given.Minimum);
        Assert.Contains("survivors_overloaded", bare.Alerts.Select(alert => alert.Code));
        Assert.Null(bare.Load!.Survivors!.TtftMs);
        Assert.True(bare.Load.Survivors.SessionsLost > 0);
    }

    [Fact]
    public void A_replica_that_spans_nodes_fails_as_a_whole()
    {
        RequestTraffic traffic = Loaded.Asking(1, availability: 0.99m);
        ScenarioResult spread = Loaded.Result(traffic, placement: new Placement(8, 2));
        Assert.Equal(2, spread.NodesFinal - spread.NodesWithHeadroom);
        Assert.Equal(spread.NodesWithHeadroom, spread.Load!.Survivors!.Nodes);
        // Two units of two nodes, one of which is needed: each is up 0.99² of the time.
        Assert.Equal(1 - Math.Pow(1 - 0.9801, 2), spread.Load.ServiceAvailabilityRatio!.Value, 1e-12);
        Assert.Equal(1 - Math.Pow(0.01, 2), Loaded.Result(traffic).Load!.ServiceAvailabilityRatio!.Value, 1e-12);
    }

    [Fact]
    public void Longer_prompts_of_the_same_mean_wait_longer()
    {
        double steady = Loaded.Result(Loaded.Asking(30, input: "2000", ttft: 100_000)).Load!.Peak!.TtftMs!.Value;
        double varied = Loaded.Result(Loaded.Asking(30, input: "uniform(1,3999)", ttft: 100_000)).Load!.Peak!.TtftMs!.Value;
        Assert.True(varied > steady);
    }

    [Fact]
    public void A_prefix_cache_and_longer_think_times_save_nodes()
    {
        Assert.True(Loaded.Result(Loaded.Asking(2_000, output: "20", hits: 0.9m)).Load!.NodesThroughput < Loaded.Result(Loaded.Asking(2_000, output: "20")).Load!.NodesThroughput);
        Assert.True(Loaded.Result(Loaded.Asking(think: 100, tpot: 10), 20_000).Load!.NodesSlo < Loaded.Result(Loaded.Asking(think: 1, tpot: 10), 20_000).Load!.NodesSlo);
    }

    [Fact]
    public void Without_traffic_nothing_changes()
    {
        ScenarioResult plain = Placed.Result(Placed.Llama70B(), new Placement(8), Loaded.Node);
        Assert.Null(plain.Load);
        Assert.Equal(17, plain.Metrics.Count);
    }

    [Fact]
    public void Traffic_needs_a_placed_model_and_a_datasheet()
    {
        Assert.Equal("Engine", Assert.Throws<SizingException>(() => new SizingRequest(Given.Model(), Given.Server(), null, Given.Requirements(), null, Loaded.Asking(1))).Input);
        Assert.Contains("bf16_tflops", Assert.Throws<SizingException>(() => Loaded.Result(
            Loaded.Asking(1), server: new Server(new EntryInfo("node"), 8, 80, hbmBandwidthTbS: 3))).Message, StringComparison.Ordinal);
    }
}
