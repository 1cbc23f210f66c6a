using System.Collections.Generic;
using System.Linq;

namespace LlmSizing.Reports.Tests;

/// <summary>Requests that between them need every sentence: each alert, each attention pattern, each unknown number.</summary>
internal static class Cases
{
    /// <summary>A name that only an object built in memory can have.</summary>
    public const string HostileName =
        "=1+1|' /C calc'!A0 <script>alert(1)</script> </details> `x` **b** _e_ ~~s~~ [a](http://evil.example) ![i](x) & &amp; $m$ # h @me www.evil.example \u001b[31m\r\n| a | b |\n\u202eabc \ud800 {model}";

    private static readonly KvPrecision Bf16 = KvPrecision.Find("bf16")!;

    public static SizingRequest Seed => Sample.Request();

    public static SizingRequest NothingLeft => Sample.Request(requirements: new Requirements(500, 131_072, Bf16, runtimeOverheadGib: 1500));

    public static SizingRequest NoSessionFits => Sample.Request(
        server: new Server(new EntryInfo("one-small-gpu"), 1, 16, fp8Units: false),
        requirements: new Requirements(500, 131_072, Sample.Fp8, kvBudgetRatio: 0.01m, runtimeOverheadGib: 1));

    public static SizingRequest Mixed => Sample.Request(
        model: new Model(
            new EntryInfo("mixed", estimate: "vendor slide only"),
            [new FullAttention(5, 4, 192, 128), new SlidingAttention(25, 8, 256, 1024), new SlidingAttention(1, 8, 256, 512)],
            262_144, Bf16, totalParamsB: 120, weightsGib: 60),
        storage: new StorageProfile(new EntryInfo("slow"), "object_store", throughputReadGbS: 0.5m, latencyP99WriteMs: 3),
        requirements: new Requirements(500, 300_000, null, runtimeOverheadGib: 40, peakHeadroomRatio: 0.6m, kvBudgetRatio: 0.8m));

    public static SizingRequest Sliding => new(
        new Model(new EntryInfo("sliding"), [new SlidingAttention(24, 8, 64, 4096)], 32_768, Bf16), Sample.Server, null, new Requirements(1, 1, Sample.Fp8));

    public static SizingRequest Full => Sample.Request(
        model: Sample.ModelNamed("full"),
        storage: new StorageProfile(new EntryInfo("unknown"), "nvme_local"),
        requirements: new Requirements(1_000, 8192, KvPrecision.Find("int8"), kvBudgetRatio: 0.4m));

    /// <summary>A node that holds one session, all of them busy: nothing to warn about in the recommended scenario.</summary>
    public static SizingRequest OneSession => Sample.Request(
        model: new Model(new EntryInfo("one-session"), [new FullAttention(100, 8, 64)], 131_072, Sample.Fp8),
        server: new Server(new EntryInfo("one-small-gpu"), 1, 32), requirements: new Requirements(5, 65_536, Sample.Fp8));

    public static SizingRequest Extreme => Sample.Request(
        model: Sample.ModelNamed(new string('m', 64)),
        server: new Server(new EntryInfo(new string('W', 64)), 1_000_000, 999.999999999m),
        storage: new StorageProfile(new EntryInfo(new string('s', 64)), new string('t', 64), long.MaxValue, long.MaxValue, 9_000_000_000m, 0.000000001m, 1e15m, 1e-15m),
        requirements: new Requirements(1_000_000_000, 131_072, Bf16, 0.123456789m, 999_999.123456789m, 9.987654321m));

    public static SizingRequest Hostile => Sample.Request(
        model: new Model(new EntryInfo(HostileName, estimate: HostileName), [new FullAttention(12, 8, 64)], 131_072, Sample.Fp8),
        server: new Server(new EntryInfo(HostileName), 8, 180, gpu: HostileName, int8Units: false),
        storage: new StorageProfile(new EntryInfo(HostileName), HostileName));

    public static SizingRequest Latent => Of(new LatentAttention(61, 512, 64, indexHeadDim: 128));

    public static SizingRequest Recurrent => Of(State);

    /// <summary>Latent, recurrent and shared layers, keys and values apart.</summary>
    public static SizingRequest Layouts => new(
        new Model(new EntryInfo("layouts"), [new FullAttention(4, 8, 128, at: LayerSet.Parse("3-15/4")), State, new SharedCache(4)], 131_072, Bf16),
        Sample.Server, null, new Requirements(100, 65_536, KvPrecision.Find("q8_0/q4_0")));

    public static SizingRequest[] All =>
    [
        Seed, NothingLeft, NoSessionFits, Mixed, Sliding, Full, OneSession, Extreme, Hostile, Latent, Recurrent, Layouts,
        Of(new ChunkedAttention(36, 8, 128, 8192)), Of(new CompressedAttention(30, 512, 128, 4, 128)), Of(new CrossAttention(32, 20, 64, 1500)), .. PlacedCases.All, .. TrafficCases.All, .. StorageCases.All, .. OperationsCases.All,
    ];

    public static IEnumerable<object[]> Names => new[]
    {
        nameof(Seed), nameof(NothingLeft), nameof(NoSessionFits), nameof(Mixed), nameof(Sliding), nameof(Full), nameof(OneSession), nameof(Extreme), nameof(Hostile),
        nameof(Latent), nameof(Recurrent), nameof(Layouts),
    }.Select(name => new object[] { name });

    private static RecurrentState State => new("mamba2", 12, new StateShape(4_096, 4, 8, 64, 64, 128, Bf16, KvPrecision.Find("fp32")!));

    private static SizingRequest Of(params LayerGroup[] layers) =>
        new(new Model(new EntryInfo(layers[0].Layout), layers, 131_072, Bf16), Sample.Server, null, new Requirements(100, 65_536, Sample.Fp8));

    public static SizingRequest Named(string name) => (SizingRequest)typeof(Cases).GetProperty(name)!.GetValue(null)!;
}
