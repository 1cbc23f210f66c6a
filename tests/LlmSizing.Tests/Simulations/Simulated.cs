using System.Collections.Generic;

namespace LlmSizing.Tests.Simulations;

/// <summary>Simulations of a placed model, and of queues whose theory is known.</summary>
internal static class Simulated
{
    private static readonly Server H100 = new(
        new EntryInfo("node"), 8, 80, "GPU", hbmBandwidthTbS: 3.35m, fp8Units: true, int8Units: true,
        hardware: new ServerHardware(bf16Tflops: 989, fp8Tflops: 1979, gpuLinkGbS: 900, pcieGen: 5, fabricGbS: 50));

    public static NodePlan Plan(Placement? placement = null) => Placements.Placed.Plan(Placements.Placed.Llama70B(), placement ?? new Placement(8), H100);

    public static Distribution Length(string text) => Distribution.Parse(text, "Tokens");

    public static SimulationLoad Open(decimal rate, string input = "lognormal(1200,0.8)", string output = "lognormal(200,0.6)") => SimulationLoad.Open(rate, Length(input), Length(output));

    public static SimulationLoad Closed(long users, string input = "1000", string output = "250") => SimulationLoad.Closed(users, Length(input), Length(output));

    public static SimulationResult Run(SimulationLoad load, long requests = 2000, long seed = 1, long replicas = 1, string policy = "least-loaded", SimulationWatch? watch = null) =>
        Simulator.Run(new SimulationRequest(Plan(), EngineTuning.Ideal, load, seed, requests, replicas: replicas, policy: RoutingPolicy.Find(policy)), watch);

    /// <summary>Ranks with a small cache, so that running requests are put back.</summary>
    public static Simulation Tight(long blocks = 2000, long seed = 1, long? longestStretch = null, int ranks = 2, decimal rate = 30, long requests = 5000, int blockTokens = 16)
    {
        var clock = new StepClock(new StepTimes(Plan(), EngineTuning.Ideal));
        var lengths = new LengthSource(Length("lognormal(500,0.8)"), Length("lognormal(200,0.6)"), seed);
        var run = new Simulation(new SimulationSetup(
            new RankShape(clock, blocks, blockTokens, 256), ranks, new OpenArrivals((double)rate, true, lengths, seed, requests, long.MaxValue)) { LongestStretch = longestStretch });
        run.Run(null);
        SimulationCheck.Of(run);
        return run;
    }

    public static SimulationTally Trace(IEnumerable<TraceRequest> trace, string policy = "least-loaded", int ranks = 1, long blocks = 100_000)
    {
        var clock = new StepClock(new StepTimes(Plan(), EngineTuning.Ideal));
        var run = new Simulation(new SimulationSetup(new RankShape(clock, blocks, 16, 256), ranks, new TraceArrivals(trace, long.MaxValue, long.MaxValue)) { Policy = RoutingPolicy.Find(policy)! });
        run.Run(null);
        SimulationCheck.Of(run);
        return run.Tally;
    }

    /// <summary>A queue whose service lasts a microsecond for each prompt token: 10 ms on average.</summary>
    public static SimulationTally Queue(double load, string service, long seed, int servers = 1, long requests = 100_000)
    {
        var clock = new StepClock((in StepLoad step) => step.PrefillTokens * 1e-6, 1_000_000_000);
        var lengths = new LengthSource(Length(service), Length("1"), seed);
        var run = new Simulation(new SimulationSetup(
            new RankShape(clock, long.MaxValue / 8, 1, 1), servers, new OpenArrivals(load * servers / 0.01, true, lengths, seed, requests, long.MaxValue)));
        run.Run(null);
        SimulationCheck.Of(run);
        return run.Tally;
    }
}
