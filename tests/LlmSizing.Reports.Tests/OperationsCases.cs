namespace LlmSizing.Reports.Tests;

/// <summary>Requests that between them need every sentence about power, space and price.</summary>
internal static class OperationsCases
{
    private static readonly Operations Everything = new(
        pue: 1.3m, rackPowerKw: 40, rackHeightUnits: 48, co2GramsPerKwh: 380, energyPricePerKwh: 0.12m, pricePerHour: 98.32m, capexPerNode: 400_000,
        depreciationMonths: 48, utilization: 0.6m, currency: "EUR", inputTokensPerSecond: 10_000, outputTokensPerSecond: 2_500);

    /// <summary>A node of which everything is known.</summary>
    public static SizingRequest Known => Of(new ServerHardware(gpuTdpW: 1000, maxPowerKw: 14.3m, typicalPowerKw: 9.5m, rackUnits: 10), Everything);

    /// <summary>The same without a draw under load, which no catalog of the module has.</summary>
    public static SizingRequest PeakOnly => Of(new ServerHardware(gpuTdpW: 1000, maxPowerKw: 14.3m, rackUnits: 10), Everything);

    public static SizingRequest Nothing => Of(new ServerHardware(), new Operations(pue: 1.3m, rackPowerKw: 40, currency: "EUR", outputTokensPerSecond: 100));

    public static SizingRequest GpusOnly => Of(new ServerHardware(gpuTdpW: 1000), new Operations(rackPowerKw: 5, capexPerNode: 400_000));

    public static SizingRequest Placed => new(
        PlacedCases.Whole.Model, PlacedCases.Whole.Server, null, PlacedCases.Whole.Requirements, PlacedCases.Whole.Plan, operations: Everything);

    /// <summary>Tokens of a load, and rates given in their place.</summary>
    public static SizingRequest Predicted => TrafficCases.Open.With(new Operations(pricePerHour: 98.32m, currency: "EUR", co2GramsPerKwh: 380, outputTokensPerSecond: 2_500));

    /// <summary>A list that has the price of the server, and one that has not.</summary>
    public static SizingRequest[] Listed =>
    [
        Of(new ServerHardware(), new PriceList([new ServerPrice(new EntryInfo("dgx-b200"), "EUR", 98.32m, provider: "a dealer")]).Apply(null, Sample.Server)).Named("chat"),
        Of(new ServerHardware(), new PriceList([]).Apply(null, Sample.Server)).Named("rag"),
    ];

    public static SizingRequest[] All => [Known, PeakOnly, Nothing, GpusOnly, Placed, Predicted, .. Listed];

    private static SizingRequest Of(ServerHardware hardware, Operations operations) => new(
        Sample.Model, new Server(new EntryInfo("dgx-b200"), 8, 180, gpu: "NVIDIA B200 SXM 180GB", fp8Units: true, int8Units: true, hardware: hardware),
        null, new Requirements(500, 65_536, Sample.Fp8), operations: operations);
}
