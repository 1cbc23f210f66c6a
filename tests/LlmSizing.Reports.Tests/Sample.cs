using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace LlmSizing.Reports.Tests;

/// <summary>The seed's run and its variations, as core objects.</summary>
internal static class Sample
{
    public static readonly KvPrecision Fp8 = KvPrecision.Find("fp8")!;

    public static readonly Scenario[] Scenarios =
    [
        Scenario("minimum", "none", headroom: 0, headroomMaximum: 0),
        Scenario("recommended", "n+1", headroom: 0.20m),
        Scenario("ideal", "n+2", headroom: 0.20m, headroomMinimum: 0.30m, budgetMaximum: 0.65m),
    ];

    public static readonly Model Model = new(
        new EntryInfo("opt-oss-20b", references: ["https://example.org/config.json"]),
        [new FullAttention(12, 8, 64), new SlidingAttention(12, 8, 64, 128)],
        131_072, Fp8, totalParamsB: 20.91m, weightsGib: 12.8m);

    public static readonly Server Server = new(new EntryInfo("dgx-b200"), 8, 180, gpu: "NVIDIA B200 SXM 180GB", fp8Units: true, int8Units: true);

    public static readonly StorageProfile Storage = new(
        new EntryInfo("profile_default"), "nvme_local", 1_000_000, 800_000, 28, 25, 0.15m, 0.2m);

    public static SizingRequest Request(
        Model? model = null, Server? server = null, StorageProfile? storage = null, Requirements? requirements = null) =>
        new(model ?? Model, server ?? Server, storage ?? Storage, requirements ?? new Requirements(500, 65_536, Fp8));

    public static Model ModelNamed(string name) => new(new EntryInfo(name), [new FullAttention(12, 8, 64)], 131_072, Fp8);

    public static Scenario Scenario(
        string name, string mode, decimal headroom = 0, decimal? headroomMinimum = null, decimal? headroomMaximum = null, decimal? budgetMaximum = null) => new(
            new EntryInfo(name),
            new RatioRule(Limits.PeakHeadroomRatio, headroom, headroomMinimum, headroomMaximum),
            new RatioRule(Limits.KvBudgetRatio, 0.70m, maximum: budgetMaximum),
            HaMode.Find(mode)!,
            15);

    public static IReadOnlyList<ScenarioResult> Results(SizingRequest request, string culture = "pt-BR", params Scenario[] scenarios) =>
        [.. (scenarios.Length == 0 ? Scenarios : scenarios).Select(scenario =>
            new ScenarioResult(request, scenario, CapacityPlanner.Solve(request, scenario), Words.Of(culture)))];

    public static SizingReport Report(string culture, params IEnumerable<SizingRequest> requests) =>
        new([.. requests.SelectMany(request => Results(request, culture))], Words.Of(culture), Words.Parameters(culture));

    public static string Write(string format, SizingReport report)
    {
        using var writer = new StringWriter { NewLine = "!" };
        ReportFormatList.Find(format)!.Write(report, writer);
        return writer.ToString();
    }

    public static string Write(string format, string culture, params IEnumerable<SizingRequest> requests) => Write(format, Report(culture, requests));
}
