using System.Collections.Generic;

namespace LlmSizing.Benchmarks;

/// <summary>The seed's run as objects, for the measurements that need no catalog.</summary>
internal static class Seed
{
    public static IReadOnlyList<Scenario> Scenarios { get; } =
    [
        new(new EntryInfo("minimum"), Headroom(0, max: 0), Budget(0.70m), HaMode.None, 15),
        new(new EntryInfo("recommended"), Headroom(0.20m), Budget(0.70m), HaMode.Find("n+1")!, 15),
        new(new EntryInfo("ideal"), Headroom(0.20m, min: 0.30m), Budget(0.70m, max: 0.65m), HaMode.Find("n+2")!, 15),
    ];

    public static SizingRequest Request { get; } = new(
        new Model(
            new EntryInfo("opt-oss-20b"),
            [new FullAttention(12, 8, 64), new SlidingAttention(12, 8, 64, 128)],
            131_072, KvPrecision.Find("fp8")!, totalParamsB: 20.91m, weightsGib: 12.8m),
        new Server(new EntryInfo("dgx-b200"), 8, 180, fp8Units: true, int8Units: true),
        new StorageProfile(new EntryInfo("profile_default"), "nvme_local", throughputReadGbS: 28),
        new Requirements(500, 65_536));

    private static RatioRule Headroom(decimal @default, decimal? min = null, decimal? max = null) => new(Limits.PeakHeadroomRatio, @default, min, max);

    private static RatioRule Budget(decimal @default, decimal? min = null, decimal? max = null) => new(Limits.KvBudgetRatio, @default, min, max);
}
