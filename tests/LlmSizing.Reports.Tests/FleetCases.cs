using System.Collections.Generic;
using System.Linq;

namespace LlmSizing.Reports.Tests;

/// <summary>Fleets that between them need every sentence about them.</summary>
internal static class FleetCases
{
    private static readonly Operations Site = new(
        pue: 1.3m, rackPowerKw: 40, energyPricePerKwh: 0.12m, co2GramsPerKwh: 380, pricePerHour: 98.32m, currency: "EUR", usesPriceList: true, priceOrigin: "dgx-b200, a dealer, 2026-01-01");

    private static readonly Server Known = new(new EntryInfo("dgx-b200"), 8, 180, fp8Units: true, hardware: new ServerHardware(gpuTdpW: 1000, maxPowerKw: 14.3m, rackUnits: 10));

    /// <summary>One workload, for which the fleet is its sizing.</summary>
    public static SizingRequest[] Alone => [Cases.Seed];

    /// <summary>Two workloads on replicas of one model, with power and price, and a name that only an object in memory can have.</summary>
    public static SizingRequest[] Priced =>
    [
        Of("chat", 600, 65_536).With(Site), Of(Cases.HostileName, 1_000, 32_768).With(Site), Of(null, 900, 20_000),
    ];

    /// <summary>Small replicas of three models that share nodes, two of them with packed sessions.</summary>
    public static SizingRequest[] Shared => [.. new long[] { 2, 4 }.SelectMany(tensor => new long[] { 70, 10 }.Select(thousand => Placed(tensor, 50, thousand * 1_000)))];

    /// <summary>Requests that ask for more replicas than the memory of their sessions.</summary>
    public static SizingRequest[] Busy => [TrafficCases.LatencyBound.Named("fast"), TrafficCases.PromptBound.Named("prompts")];

    /// <summary>Sessions of more than half of the room, which leave some of it empty.</summary>
    public static SizingRequest[] Packed => [Of("long", 3, 131_072, 0.002m), Of("longer", 1, 130_000, 0.002m)];

    /// <summary>A latency that cannot be kept.</summary>
    public static SizingRequest[] Late => [TrafficCases.Unreachable.Named("late")];

    /// <summary>A session that does not fit.</summary>
    public static SizingRequest[] TooLong => [Cases.NoSessionFits.Named("long")];

    public static IEnumerable<SizingRequest[]> All => [Alone, Priced, Shared, Packed, Busy, Late, TooLong];

    /// <summary>The fleets of a culture, one for each scenario.</summary>
    public static IReadOnlyList<FleetResult> Of(Texts texts, params IEnumerable<SizingRequest[]> mixes) =>
        [.. mixes.SelectMany(mix => FleetResult.Plan(Sample.Scenarios.SelectMany(scenario => mix.Select(request => new ScenarioResult(request, scenario, CapacityPlanner.Solve(request, scenario), texts))), texts))];

    private static SizingRequest Of(string? name, long sessions, long context, decimal? budget = null) => new SizingRequest(Sample.Model, Known, null, new Requirements(sessions, context, Sample.Fp8, budget)).Named(name);

    private static SizingRequest Placed(long tensor, long sessions, long context)
    {
        var server = new Server(new EntryInfo("node"), 8, 141);
        var requirements = new Requirements(sessions, context);
        var deployment = new Deployment(EngineList.Find("ideal")!, calibration: null, quantization: QuantizationList.Find("fp8"));
        return new SizingRequest(PlacedCases.Model, server, null, requirements, new NodePlan(PlacedCases.Model, server, requirements, deployment, new Placement(tensor)));
    }
}
