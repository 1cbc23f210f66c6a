using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace LlmSizing.Tests.Placements;

/// <summary>The search with times: exact against brute force, and what it says where it finds nothing.</summary>
public class TimedPlacementTests
{
    private static readonly Server H100 = Node("h100", 80, 3.35m, 989, 1978, 900, 50);

    private static readonly Server H200 = Node("h200", 141, 4.8m, 989, 1978, 900, 50);

    private static readonly Server Pcie = Node("pcie", 80, 2, 756, 1513, null, 12.5m);

    public static TheoryData<string, long, double, double, long> Cases => new()
    {
        { "dense", 37, 1e9, 1e9, 1_000_000 },
        { "dense", 100, 1e9, 12, 1_000_000 },
        { "dense", 50, 300, 20, 64 },
        { "dense", 1, 1e9, 1e9, 1_000_000 },
        { "mixture", 64, 1e9, 1e9, 1_000_000 },
        { "mixture", 200, 400, 15, 128 },
        { "mixture", 7, 1e9, 8, 64 },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Every_goal_finds_what_brute_force_finds(string model, long concurrency, double ttft, double tpot, long maxGpus)
    {
        (BruteForce brute, PlacementSearch search) = Both(model, concurrency, ttft, tpot, maxGpus);
        BruteForce.Point[] points = [.. new[] { H100, H200, Pcie }.SelectMany(server => brute.On(server, maxGpus))];
        Assert.NotEmpty(points);
        Assert.Equal(points.Min(at => at.Gpus), First(search, "FewestGpus").TotalGpus);
        Assert.Equal(points.Min(at => at.Nodes), First(search, "FewestNodes").Nodes);
        Assert.Equal(points.Min(at => at.Ttft), First(search, "BestTtft").TtftMs);
        Assert.Equal(points.Min(at => at.Tpot), First(search, "BestTpot").TpotMs);
        Assert.Equal(points.Max(at => at.PerGpu(brute)), First(search, "MostThroughput").TokensPerSecondPerGpu!.Value, 1e-9);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_front_is_what_no_point_of_brute_force_beats(string model, long concurrency, double ttft, double tpot, long maxGpus)
    {
        (BruteForce brute, PlacementSearch search) = Both(model, concurrency, ttft, tpot, maxGpus);
        BruteForce.Point[] points = [.. new[] { H100, H200, Pcie }.SelectMany(server => brute.On(server, maxGpus))];
        var values = points.Select(at => (at.Gpus, at.Ttft, at.Tpot)).ToHashSet();
        IEnumerable<(long, double, double)> expected = values
            .Where(at => !values.Any(other => other != at && other.Gpus <= at.Gpus && other.Ttft <= at.Ttft && other.Tpot <= at.Tpot));
        var front = new PlacementFront(isPriced: false);
        foreach (PlacementCandidate candidate in new[] { H100, H200, Pcie }.SelectMany(server => search.On(server)))
        {
            front.Add(candidate);
        }
        Assert.Equal(expected.Order(), front.Candidates.Select(at => (at.TotalGpus!.Value, at.TtftMs!.Value, at.TpotMs!.Value)).Distinct().Order());
    }

    [Fact]
    public void Fewer_replicas_carry_larger_batches_and_every_one_is_a_share_of_the_load()
    {
        PlacementCandidate[] batches = [.. Search("dense", 100).On(H200).Where(at => at is { Placement: "tp8", Fits: true })];
        Assert.Equal(batches.Select(at => at.Replicas).Order(), batches.Select(at => at.Replicas));
        Assert.Equal(batches.Select(at => ((100 - 1) / at.Replicas) + 1), batches.Select(at => at.Batch));
        Assert.Equal((1L, 100L), (batches[0].Replicas, batches[0].Batch));
        Assert.Equal((100L, 1L), (batches[^1].Replicas, batches[^1].Batch));
    }

    [Fact]
    public void A_promise_that_is_just_kept_is_kept_and_one_just_below_is_not()
    {
        PlacementCandidate whole = First(Search("dense", 64), "FewestGpus");
        decimal tpot = (decimal)whole.TpotMs!.Value;
        Assert.Equal(whole.TotalGpus, First(Search("dense", 64, tpot: tpot + 0.001m), "FewestGpus").TotalGpus);
        Assert.NotEqual((whole.Placement, whole.Server, whole.Replicas), Key(First(Search("dense", 64, tpot: tpot - 0.001m), "FewestGpus")));
        static (string, string, long?) Key(PlacementCandidate at) => (at.Placement, at.Server, at.Replicas);
    }

    [Fact]
    public void A_promise_that_nothing_keeps_says_what_comes_nearest()
    {
        PlacementCandidate nearest = First(Search("dense", 64, tpot: 0.5m), "FewestGpus");
        Assert.False(nearest.Fits);
        Assert.Null(nearest.TotalGpus);
        Assert.Matches(@"No batch keeps what is promised \(TTFT any, TPOT 0.5 ms\)\. The nearest is a batch of 1 on each replica: TTFT .* ms, TPOT .* ms\.", nearest.Reason);
        double tpot = new[] { H100, H200, Pcie }.SelectMany(server => Search("dense", 64).On(server)).Min(at => at.TpotMs)!.Value;
        Assert.Contains($"TPOT {Math.Round((decimal)tpot, 1)} ms", nearest.Reason);
    }

    [Fact]
    public void More_GPUs_than_allowed_are_refused_with_times_and_without()
    {
        foreach (TimedLoad? timed in new[] { null, Timed() })
        {
            var search = new PlacementSearch(Placed.Llama70B(), Placed.Load(1_000_000), Placed.Ideal, Given.Minimum, timed, 8);
            Assert.All(search.On(H100), at => Assert.False(at.Fits));
            Assert.Contains(search.On(H100), at => at.Reason!.Contains("MaxGpus is 8"));
        }
    }

    [Fact]
    public void A_server_that_does_not_say_enough_for_a_time_says_what_is_missing()
    {
        PlacementCandidate[] found = [.. Search("dense", 10).On(Placed.Node())];
        Assert.All(found, at => Assert.False(at.Fits));
        Assert.Contains(found, at => at.Reason == "Server 'node' does not say its hbm_bandwidth_tb_s, without which no time can be computed: add it to the catalog entry.");
    }

    [Fact]
    public void A_request_longer_than_the_context_is_an_error() => Assert.Contains(
        "1000 + 100 tokens is longer than the context of 1024 tokens",
        Assert.Throws<SizingException>(() => new PlacementSearch(Placed.Llama70B(), Placed.Load(10, 1024), Placed.Ideal, Given.Minimum, Timed())).Message);

    [Fact]
    public void A_search_that_is_stopped_stops()
    {
        int asked = 0;
        Assert.Throws<OperationCanceledException>(() => Search("mixture", 1_000_000_000).On(H100, () => ++asked > 100).Count());
        Assert.Equal(101, asked);
    }

    [Fact]
    public void The_largest_load_is_searched_without_overflow()
    {
        PlacementCandidate best = First(Search("dense", 1_000_000_000), "MostThroughput");
        Assert.True(best is { Fits: true, Batch: <= 256 });
        Assert.Equal(best.Replicas * best.GpusPerReplica, best.TotalGpus);
    }

    [Fact]
    public void The_cheapest_and_the_least_power_are_by_the_nodes_and_what_is_unknown_comes_last()
    {
        var prices = new PriceList([new ServerPrice(new EntryInfo("h100"), "EUR", 20), new ServerPrice(new EntryInfo("h200"), "EUR", capexPerNode: 438_000, depreciationMonths: 60)]);
        var search = new PlacementSearch(Placed.Llama70B(), Placed.Load(100), Placed.Ideal, Given.Minimum, null, null, server => prices.Apply(null, server));
        Server[] servers = [H100, H200, Pcie];
        IReadOnlyList<PlacementCandidate> cheapest = PlacementGoal.Find("LowestCost")!.Rank(servers.SelectMany(server => search.On(server)).Where(at => at.Fits));
        // One node of h200: 438,000 / 60. One of h100: 20 × 730.
        Assert.Equal(("h200", 7_300m, "EUR"), (cheapest[0].Server, cheapest[0].CostPerMonth, cheapest[0].Currency));
        Assert.Equal(14_600m, cheapest.First(at => at.Server == "h100").CostPerMonth);
        Assert.Equal(("pcie", null), (cheapest[^1].Server, cheapest[^1].CostPerMonth));

        IReadOnlyList<PlacementCandidate> frugal = PlacementGoal.Find("LowestPower")!.Rank(
            new[] { Pcie, Powered("typical", 7, 10), Powered("most", null, 8) }.SelectMany(server => search.On(server)).Where(at => at.Fits));
        Assert.Equal(["typical", "most", "pcie"], frugal.Select(at => at.Server).Distinct());
        Assert.Equal((7m, 8m), (frugal[0].PowerKw, frugal.First(at => at.Server == "most").PowerKw));
    }

    private static (BruteForce Brute, PlacementSearch Search) Both(string model, long concurrency, double ttft, double tpot, long maxGpus)
    {
        TimedLoad timed = Timed((decimal)ttft, (decimal)tpot);
        return (new BruteForce(ModelOf(model), Placed.Load(concurrency), timed), new PlacementSearch(ModelOf(model), Placed.Load(concurrency), Placed.Ideal, Given.Minimum, timed, maxGpus));
    }

    private static PlacementSearch Search(string model, long concurrency, decimal? tpot = null) =>
        new(ModelOf(model), Placed.Load(concurrency), Placed.Ideal, Given.Minimum, Timed(null, tpot));

    private static PlacementCandidate First(PlacementSearch search, string name)
    {
        PlacementGoal goal = PlacementGoal.Find(name)!;
        return goal.Rank(new[] { H100, H200, Pcie }.SelectMany(server => search.On(server, goal)))[0];
    }

    private static TimedLoad Timed(decimal? ttft = null, decimal? tpot = null) => new(1000, 100, [], ttft, tpot);

    private static Model ModelOf(string name) => name == "dense" ? Placed.Llama70B() : Placed.LatentMixture();

    private static Server Powered(string name, decimal? typical, decimal most) =>
        new(new EntryInfo(name), 8, 80, "GPU", hardware: new ServerHardware(maxPowerKw: most, typicalPowerKw: typical));

    private static Server Node(string name, decimal gb, decimal bandwidth, decimal bf16, decimal fp8, decimal? link, decimal fabric) => new(
        new EntryInfo(name), 8, gb, "NVIDIA " + name, hbmBandwidthTbS: bandwidth, fp8Units: true, nvlinkDomainGpus: link is null ? null : 8,
        hardware: new ServerHardware(bf16Tflops: bf16, fp8Tflops: fp8, gpuLinkGbS: link, pcieGen: 5, fabricGbS: fabric));
}
