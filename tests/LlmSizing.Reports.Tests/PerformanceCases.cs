using System.Collections.Generic;
using System.Linq;

namespace LlmSizing.Reports.Tests;

/// <summary>Predictions and benchmarks that between them need every sentence about them.</summary>
internal static class PerformanceCases
{
    private const string Engine = "vllm";
    private const string Generation = "hopper";

    /// <summary>A GPU that was measured, one of its generation, one of no generation; slow memory, slow arithmetic, slow links, slow steps; few and many requests.</summary>
    public static IEnumerable<LlmPerformance> Predictions(Texts texts) =>
    [
        Of(texts, Node("NVIDIA H100 SXM 80GB")),
        Of(texts, Node("NVIDIA H200 SXM 141GB", tflops: 1)),
        Of(texts, Node("an accelerator", link: 0.1m)),
        Of(texts, Node("NVIDIA H100 SXM 80GB"), stepUs: 1e6),
        Of(texts, Node("NVIDIA H100 SXM 80GB"), concurrency: 100_000),
    ];

    /// <summary>A run that states every quantity.</summary>
    public static IReadOnlyList<BenchmarkComparison> Benchmark(Texts texts)
    {
        var measured = new LatencySummary(mean: 20);
        var run = new BenchmarkRun(
            BenchmarkTool.VllmBenchServe, "m", Engine, new BenchmarkLoad(maxConcurrency: 4, inputTokens: 1_000, outputTokens: 100),
            measured, measured, measured, measured, new BenchmarkThroughput(2, 200));
        return BenchmarkComparison.Of(new BenchmarkPrediction(run, Plan(Node("NVIDIA H100 SXM 80GB"), 300)), texts);
    }

    private static LlmPerformance Of(Texts texts, Server server, double stepUs = 300, long concurrency = 8) =>
        new(Plan(server, stepUs), concurrency, 1_000, 100, 0, null, false, texts);

    private static PerformancePlan Plan(Server server, double stepUs)
    {
        TuningConstant step = TuningConstants.All.Single(constant => constant.Name == "step_us");
        var tuning = new Tuning(
            new EntryInfo("measured"), Engine, Generation, null, [new(step, stepUs)], [new TuningCase(PlacedCases.Model.Name, "NVIDIA H100 SXM 80GB", 12, 7, 15, 14, 25)]);
        var calibration = new Calibration(new EntryInfo("measured"), Engine, null, [.. CalibrationNames.All.Select(name => new CalibrationConstant(name, 0.1m, 10, 1, "a test"))]);
        var requirements = new Requirements(8, 2_000, KvPrecision.Find("bf16"));
        return new PerformancePlan(
            new NodePlan(PlacedCases.Model, server, requirements, new Deployment(EngineList.Find(Engine)!, calibration: calibration), new Placement(8)), [tuning]);
    }

    private static Server Node(string gpu, decimal tflops = 989, decimal link = 900) => new(
        new EntryInfo("node"), 8, 80, gpu: gpu, hbmBandwidthTbS: 3.35m, hardware: new ServerHardware(bf16Tflops: tflops, gpuLinkGbS: link, pcieGen: 5, fabricGbS: 50));
}
