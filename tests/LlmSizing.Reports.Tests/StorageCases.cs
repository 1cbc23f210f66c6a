namespace LlmSizing.Reports.Tests;

/// <summary>Requests that between them need every sentence about storage.</summary>
internal static class StorageCases
{
    private static readonly Server Known = new(new EntryInfo("node"), 8, 180, hardware: new ServerHardware(bf16Tflops: 2250, pcieGen: 5, fabricGbS: 50, hostMemoryGb: 2000));
    private static readonly StorageProfile NotStated = new(new EntryInfo("not-stated"), "object");

    private static StorageWorkload Everything => new(true, 600, 45, 25, 1024, 3, 0.2m, 10, 30, 2, 2, OffloadTier.Dram);

    public static SizingRequest Shared => Of(Known, Sample.Storage, Everything);

    public static SizingRequest Slow => Of(
        Known, new StorageProfile(new EntryInfo("slow"), "hdd", 10, 10, 0.05m, 0.05m),
        new StorageWorkload(maxLoadSeconds: 1, modelVersions: 1, rollingUpdateNodes: 2, offloadTier: OffloadTier.Nvme));

    public static SizingRequest Unknown => Of(Sample.Server, NotStated, new StorageWorkload(rollingUpdateNodes: 2, offloadTier: OffloadTier.Network));

    public static SizingRequest UnknownButAsked => Of(Sample.Server, NotStated, new StorageWorkload(maxLoadSeconds: 60, rollingUpdateNodes: 2));

    /// <summary>A placed model of which everything is asked.</summary>
    public static SizingRequest Placed
    {
        get
        {
            SizingRequest whole = PlacedCases.Whole;
            return new SizingRequest(whole.Model, whole.Server, Sample.Storage, whole.Requirements, whole.Plan).With(Everything);
        }
    }

    /// <summary>A model placed by an engine whose times are known: recomputing is predicted, and is faster or slower than a tier.</summary>
    public static SizingRequest Timed(OffloadTier tier)
    {
        SizingRequest open = TrafficCases.Open;
        return new SizingRequest(open.Model, open.Server, new StorageProfile(new EntryInfo("slow"), "hdd", 10, 10, 0.05m, 0.05m), open.Requirements, open.Plan)
            .With(new StorageWorkload(offloadTier: tier), TuningChoice.Of([], open.Plan!));
    }

    public static SizingRequest[] All => [Shared, Slow, Unknown, UnknownButAsked, Placed, Timed(OffloadTier.Nvme), Timed(OffloadTier.Dram)];

    private static SizingRequest Of(Server server, StorageProfile storage, StorageWorkload workload) =>
        new SizingRequest(Sample.Model, server, storage, new Requirements(500, 65_536, Sample.Fp8)).With(workload);
}
