namespace LlmSizing.Reports.Tests;

/// <summary>Loads in time that between them need every sentence about them.</summary>
internal static class TrafficCases
{
    private static readonly Server Node = new(
        new EntryInfo("timed"), 8, 80, gpu: "GPU", hbmBandwidthTbS: 3.35m, fp8Units: true, int8Units: true, nvlinkDomainGpus: 8,
        hardware: new ServerHardware(bf16Tflops: 989, gpuLinkGbS: 900, pcieGen: 5, fabricGbS: 50));

    public static SizingRequest Open => Of(Traffic(20, ttft: 2_000, tpot: 50, availability: 0.99m));

    public static SizingRequest Closed => Of(Traffic(think: 30, turns: 4, hits: 0.5m), 2_000);

    public static SizingRequest PromptBound => Of(Traffic(200, input: "7000", output: "10"));

    public static SizingRequest LatencyBound => Of(Traffic(200, tpot: 8, input: "normal(1000,200)"));

    public static SizingRequest Unreachable => Of(Traffic(1, ttft: 0.001m, tpot: 0.001m, availability: 0.99m));

    public static SizingRequest[] All => [Open, Closed, PromptBound, LatencyBound, Unreachable];

    private static RequestTraffic Traffic(
        decimal? rate = null, decimal? think = null, long? turns = null, string input = "1000", string output = "200", decimal? ttft = null, decimal? tpot = null,
        decimal? availability = null, decimal? hits = null) =>
        new(TokenLengths.Parse(input, "InputTokens"), TokenLengths.Parse(output, "OutputTokens"), rate, think, turns, new ServiceObjective(ttft, tpot), availability, hits);

    private static SizingRequest Of(RequestTraffic traffic, long? sessions = null)
    {
        var requirements = new Requirements(sessions ?? 1, 8_192, KvPrecision.Find("bf16"));
        var plan = new NodePlan(PlacedCases.Model, Node, requirements, new Deployment(EngineList.Find("ideal")!), new Placement(8));
        return TrafficSearch.Of(PlacedCases.Model, Node, null, requirements, sessions is not null, plan, traffic, [], Sample.Scenarios[0]);
    }
}
