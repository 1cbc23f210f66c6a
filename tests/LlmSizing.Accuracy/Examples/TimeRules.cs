using System.Collections.Generic;

namespace LlmSizing.Accuracy;

/// <summary>Times of steps, queues and heat: what the libraries compute for a model of one matrix.</summary>
public static class TimeRules
{
    private static readonly Deployment Ideal = new(EngineList.Find("ideal")!);

    /// <summary>The rules.</summary>
    public static IReadOnlyList<ExampleRule> All { get; } =
    [
        new(["ridge_flop_per_byte"], inputs => Flops(inputs) is not null && Bandwidth(inputs) is not null, (inputs, _) => Ridge(inputs)),
        new(["tpot_ms", "tok_s"], inputs => inputs.Has("weight_bytes", "hbm"), (inputs, key) => DecodeBound(inputs, key)),
        new(["bandwidth_term_us"], inputs => inputs.Has("bytes", "n", "bw"), (inputs, _) => AllReduce(inputs)),
        new(["p_wait"], inputs => inputs.Has("servers", "offered_erlang"), (inputs, _) => Wait(inputs)),
        new(["request_latency_ms"], inputs => inputs.Has("ttft_ms", "tpot_ms", "osl") && !inputs.Has("isl"), (inputs, _) => Latency(inputs)),
        new(["btu_hr"], inputs => inputs.Has("power_kw"), (inputs, _) => inputs.Number("power_kw") * 1000m * Fleet.BtuPerHourPerWatt),
    ];

    private static decimal? Flops(ExampleValues inputs) => inputs.Number("bf16_tflops") * 1e12m ?? inputs.Number("bf16_flops");

    private static decimal? Bandwidth(ExampleValues inputs) => inputs.Number("hbm_gbps") * 1e9m ?? inputs.Number("hbm");

    private static decimal? Ridge(ExampleValues inputs)
    {
        var times = new StepTimes(Plan(2, 4, Flops(inputs)!.Value, Bandwidth(inputs)!.Value, 900, 1), EngineTuning.Ideal);
        return (decimal)(times.Peak16 / times.Bandwidth);
    }

    // Nothing but the weights: a context of no tokens, and a peak that does not bind.
    private static decimal? DecodeBound(ExampleValues inputs, string key)
    {
        var times = new StepTimes(Plan(2, inputs.Whole("weight_bytes")!.Value / 2, 1e21m, inputs.Number("hbm")!.Value, 900, 1), EngineTuning.Ideal);
        double seconds = times.Seconds(StepLoad.Decode(1, 0));
        return (decimal)(key == "tpot_ms" ? seconds * 1000 : 1 / seconds);
    }

    // The bytes are the hidden state of one token; a link's bandwidth is stated as the sum of both directions.
    private static decimal? AllReduce(ExampleValues inputs)
    {
        NodePlan plan = Plan(inputs.Whole("bytes")!.Value / 2, 32, 1e15m, 1e12m, inputs.Number("bw")!.Value * 2 / 1e9m, inputs.Whole("n")!.Value);
        Collective one = new StepShape(plan).Collectives[0];
        return (decimal)(one.BytesPerToken / one.Bandwidth * 1e6);
    }

    private static decimal? Wait(ExampleValues inputs)
    {
        long servers = inputs.Whole("servers")!.Value;
        return (decimal)BirthDeath.Open((double)inputs.Number("offered_erlang")!.Value, servers, busy => busy).WaitProbability;
    }

    private static decimal? Latency(ExampleValues inputs)
    {
        var run = new BenchmarkRun(
            BenchmarkTool.VllmBenchServe, null, null, new BenchmarkLoad(outputTokens: (double)inputs.Number("osl")!.Value), new LatencySummary((double)inputs.Number("ttft_ms")!.Value),
            new LatencySummary((double)inputs.Number("tpot_ms")!.Value), LatencySummary.None, LatencySummary.None, new BenchmarkThroughput());
        return (decimal)run.RequestMs!.Value;
    }

    private static NodePlan Plan(long hidden, long elements, decimal flops, decimal bandwidth, decimal linkGbS, long gpus)
    {
        var model = new Model(
            new EntryInfo("example"), [new FullAttention(1, gpus, 64)], 1024, KvPrecision.Find("bf16")!,
            architecture: new Architecture(new ArchitectureSizes("Example", hidden, 1, 1, gpus, 1), [WeightMatrix.Parse($"mlp up_proj @0 {NumberText.Plain(elements / 2)}x2 column bf16")]));
        var server = new Server(
            new EntryInfo("example"), gpus, 80, "example", hbmBandwidthTbS: bandwidth / 1e12m, nvlinkDomainGpus: gpus, hardware: new ServerHardware(bf16Tflops: flops / 1e12m, gpuLinkGbS: linkGbS));
        return new NodePlan(model, server, new Requirements(1, 1), Ideal, new Placement(gpus));
    }
}
