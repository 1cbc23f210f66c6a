using System.Collections.Generic;

namespace LlmSizing.Tests;

/// <summary>The seed's run, each part of which a test may replace.</summary>
internal static class Given
{
    public static readonly Scenario Minimum = Scenario("minimum", Headroom(0, max: 0), Budget(0.70m), "none");
    public static readonly Scenario Recommended = Scenario("recommended", Headroom(0.20m), Budget(0.70m), "n+1");
    public static readonly Scenario Ideal = Scenario("ideal", Headroom(0.20m, min: 0.30m), Budget(0.70m, max: 0.65m), "n+2");
    public static readonly IReadOnlyList<Scenario> Scenarios = [Minimum, Recommended, Ideal];

    public static EngineLog Log(string text)
    {
        var reader = new System.IO.StringReader(text);
        return LogLines.Parse(buffer => reader.Read(buffer, 0, buffer.Length));
    }

    public static Scenario Scenario(string name, RatioRule headroom, RatioRule budget, string ha, decimal overheadPerGpu = 15, string? estimate = null) =>
        new(new EntryInfo(name, estimate: estimate), headroom, budget, HaMode.Find(ha)!, overheadPerGpu);

    public static RatioRule Headroom(decimal @default, decimal? min = null, decimal? max = null) => new(Limits.PeakHeadroomRatio, @default, min, max);

    public static RatioRule Budget(decimal @default, decimal? min = null, decimal? max = null) => new(Limits.KvBudgetRatio, @default, min, max);

    public static Model Model(
        IReadOnlyList<LayerGroup>? layers = null, long maxPositions = 131_072, string precision = "fp8",
        decimal? totalParamsB = 20.91m, decimal? weightsGib = 12.8m, string? estimate = null, string name = "opt-oss-20b") =>
        new(
            new EntryInfo(name, estimate: estimate),
            layers ?? [new FullAttention(12, 8, 64), new SlidingAttention(12, 8, 64, 128)],
            maxPositions, KvPrecision.Find(precision)!, "gpt-oss", totalParamsB, null, weightsGib);

    public static Server Server(long gpus = 8, decimal hbmPerGpuGb = 180, bool? fp8Units = true, bool? int8Units = true, string? estimate = null) =>
        new(new EntryInfo("dgx-b200", estimate: estimate), gpus, hbmPerGpuGb, fp8Units: fp8Units, int8Units: int8Units);

    public static StorageProfile Storage(decimal? readGbS = 28, string? estimate = null) =>
        new(new EntryInfo("profile_default", estimate: estimate), "nvme_local", 1_000_000, 800_000, readGbS, 25, 0.15m, 0.2m);

    public static Requirements Requirements(
        long concurrency = 500, long context = 65_536, string? precision = "fp8",
        decimal? budget = null, decimal? overhead = null, decimal? headroom = null) =>
        new(concurrency, context, precision is null ? null : KvPrecision.Find(precision), budget, overhead, headroom);

    public static SizingRequest Request(Model? model = null, Server? server = null, StorageProfile? storage = null, Requirements? requirements = null) =>
        new(model ?? Model(), server ?? Server(), storage, requirements ?? Requirements());

    public static ScenarioResult Result(
        Model? model = null, Server? server = null, StorageProfile? storage = null, Requirements? requirements = null, Scenario? scenario = null)
    {
        SizingRequest request = Request(model, server, storage, requirements);
        return Solve(request, scenario ?? Recommended);
    }

    public static ScenarioResult Solve(SizingRequest request, Scenario scenario) =>
        new(request, scenario, CapacityPlanner.Solve(request, scenario), EchoTexts.Create());
}
