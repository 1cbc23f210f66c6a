using LlmSizing.Tests.Placements;

namespace LlmSizing.Tests.Traffic;

/// <summary>A 70 B model on nodes of eight GPUs whose datasheet is known, under a load.</summary>
internal static class Loaded
{
    public static readonly Server Node = new(
        new EntryInfo("node"), 8, 80, "GPU", hbmBandwidthTbS: 3.35m, fp8Units: true, int8Units: true, nvlinkDomainGpus: 8,
        hardware: new ServerHardware(bf16Tflops: 989, fp8Tflops: 1979, gpuLinkGbS: 900, pcieGen: 5, fabricGbS: 50));

    public static RequestTraffic Asking(
        decimal? rate = null, decimal? think = null, long? turns = null, string input = "1000", string output = "200", decimal? ttft = null, decimal? tpot = null,
        decimal? percentile = null, decimal? availability = null, decimal? hits = null) =>
        new(TokenLengths.Parse(input, "InputTokens"), TokenLengths.Parse(output, "OutputTokens"), rate, think, turns, new ServiceObjective(ttft, tpot, percentile), availability, hits);

    /// <summary>The request; without sessions they follow from the rate.</summary>
    public static SizingRequest Request(RequestTraffic traffic, long? sessions = null, Placement? placement = null, Server? server = null)
    {
        Model model = Placed.Llama70B();
        Requirements load = Placed.Load(sessions ?? 1, budget: null);
        NodePlan plan = Placed.Plan(model, placement ?? new Placement(8), server ?? Node, load);
        return TrafficSearch.Of(model, plan.Server, null, load, sessions is not null, plan, traffic, [], Given.Minimum);
    }

    public static ScenarioResult Result(RequestTraffic traffic, long? sessions = null, Scenario? scenario = null, Placement? placement = null, Server? server = null) =>
        Given.Solve(Request(traffic, sessions, placement, server), scenario ?? Given.Recommended);
}
