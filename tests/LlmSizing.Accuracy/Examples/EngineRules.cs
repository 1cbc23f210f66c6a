using System.Collections.Generic;
using System.Linq;

namespace LlmSizing.Accuracy;

/// <summary>The blocks that engines cut their caches into, and the memory that they take.</summary>
public static class EngineRules
{
    private const long Gib = 1L << 30;

    // Two heads of 64 in fp32: a page of 16 tokens is the 16,384 bytes of vLLM's own tests.
    private const long TestHeads = 2;
    private const long TestDim = 64;
    private const long TestPage = 16_384;
    private static readonly KvPrecision TestPrecision = KvPrecision.Find("fp32")!;
    private static readonly Engine Vllm = EngineList.Find("vllm")!;

    private static readonly Calibration Nothing = new(
        new EntryInfo("nothing"), "vllm", null, [.. CalibrationNames.All.Select(name => new CalibrationConstant(name, 0, 0, 0, "an example of the budget alone"))]);

    // The newest whose windows keep one batch in flight, as those of the tests do.
    private static readonly EngineVersion Version = EngineVersion.Parse("0.25")!;

    /// <summary>The rules.</summary>
    public static IReadOnlyList<ExampleRule> All { get; } =
    [
        new(["groups", "num_blocks"], inputs => inputs.Has("available_bytes") && TestLayers(inputs).Count > 0, Grouped),
        new(["blocks_per_request", "max_concurrency", "num_tokens"], inputs => inputs.Has("num_blocks", "max_model_len") && PoolLayers(inputs).Count > 0, Pool),
        new(["mla_dcp1_blocks", "mla_dcp2_blocks"], inputs => inputs.Has("max_model_len", "dcp"), (inputs, key) => ContextParallel(inputs, key.Contains('2', System.StringComparison.Ordinal) ? 2 : 1)),
        new(["num_blocks"], inputs => inputs.Has("available_gib", "layers", "kv_heads"), Measured),
        new(["kv_bytes"], inputs => inputs.Has("capacity_gib", "non_kv_gib", "fraction") && inputs.Text("kind") == "of_free", (inputs, _) => Budget("tensorrt-llm", inputs)),
        new(["kv_gib"], inputs => inputs.Has("capacity_gib", "non_kv_gib", "fraction") && inputs.Text("kind") == "of_total", (inputs, _) => Budget("vllm", inputs) / (decimal)Gib),
        new(["mem_fraction_static"], inputs => inputs.Has("capacity_mb", "tp"), (inputs, _) => Sglang(inputs)),
    ];

    private static EngineMemory Predict(IReadOnlyList<LayerGroup> layers, KvPrecision precision, long bytes, ExampleValues inputs, Placement? placement = null) => Vllm.Predict(
        ExampleLayers.Model(layers), placement ?? new Placement(), Gib, new EngineSettings(
            Version, maxModelLength: inputs.Whole("max_model_len") ?? 1_024, maxBatchedTokens: inputs.Whole("max_num_batched_tokens") ?? 1_024, blockSize: inputs.Whole("block", "block_size") ?? 16,
            kvPrecision: precision, disableHybridManager: inputs.Text("disable_hybrid_kv_cache_manager") == "true", kvCacheBytes: bytes),
        weightBytes: 0);

    private static decimal? Grouped(ExampleValues inputs, string key)
    {
        EngineMemory memory = Predict(TestLayers(inputs), TestPrecision, inputs.Whole("available_bytes") ?? 0, inputs);
        return key == "groups" ? memory.CacheGroups : memory.Blocks;
    }

    private static decimal? Pool(ExampleValues inputs, string key)
    {
        EngineMemory memory = Predict(PoolLayers(inputs), TestPrecision, (inputs.Whole("num_blocks") ?? 0) * TestPage, inputs);
        return key switch { "blocks_per_request" => memory.BlocksPerRequest, "max_concurrency" => memory.MaxConcurrency, _ => memory.KvTokens };
    }

    private static decimal? ContextParallel(ExampleValues inputs, long degree) => Predict(
        [new LatentAttention(2, 512, 64)], KvPrecision.Find("bf16")!, Gib, inputs, new Placement(degree, contextParallel: degree)).BlocksPerRequest;

    // The memory is printed with two decimals: any number of blocks between those of its ends is what it says.
    private static decimal? Measured(ExampleValues inputs, string key)
    {
        long tensorParallel = inputs.Whole("tp") ?? 1;
        decimal gib = inputs.Number("available_gib")!.Value;
        return Predict(ExampleLayers.Of(inputs), ExampleLayers.Precision(inputs), (long)(gib * Gib), inputs, new Placement(tensorParallel)).Blocks;
    }

    private static decimal? Budget(string engine, ExampleValues inputs) => EngineList.Find(engine)!.Predict(
        ExampleLayers.Model([new FullAttention(1, 1, 64)]), new Placement(), (long)(inputs.Number("capacity_gib")!.Value * Gib),
        new EngineSettings(memoryFraction: inputs.Number("fraction")), Nothing, weightBytes: (long)(inputs.Number("non_kv_gib")!.Value * Gib)).KvAvailableBytes;

    private static decimal? Sglang(ExampleValues inputs) => EngineList.Find("sglang")!.Predict(
        ExampleLayers.Model([new FullAttention(1, 8, 64)]), new Placement(inputs.Whole("tp") ?? 1, inputs.Whole("pp") ?? 1), (inputs.Whole("capacity_mb") ?? 0) << 20, weightBytes: 0).MemoryFraction;

    /// <summary>Layers of vLLM's tests: names of kinds, or counts of them.</summary>
    private static List<LayerGroup> TestLayers(ExampleValues inputs)
    {
        if (inputs.Whole("full_layers") is long full && inputs.Whole("sw_layers") is long sliding)
        {
            return [Full(TestDim, full), Sliding(TestDim, sliding)];
        }
        var layers = new List<LayerGroup>();
        foreach (object? layer in inputs.List("layers"))
        {
            if (layer is Dictionary<object, object?> { Count: 1 } one && new ExampleValues(one) is ExampleValues sized && sized.Keys.First() is string kind && sized.Whole(kind) is long dim)
            {
                layers.Add(kind.StartsWith("sw", System.StringComparison.Ordinal) ? Sliding(dim, 1) : Full(dim, 1));
            }
            else if (layer is "full" or "sw")
            {
                layers.Add(layer is "full" ? Full(TestDim, 1) : Sliding(TestDim, 1));
            }
        }
        return layers;
    }

    private static IReadOnlyList<LayerGroup> PoolLayers(ExampleValues inputs)
    {
        long? window = inputs.Whole("sliding_window");
        return inputs.Text("layout") switch
        {
            "full" => [Full(TestDim, 1)],
            "sliding" when window is long reach => [new SlidingAttention(1, TestHeads, TestDim, reach)],
            null when window is long reach && !inputs.Has("groups") => [new SlidingAttention(1, TestHeads, TestDim, reach)],
            _ when inputs.Shown("groups") == "[full, sw1024]" => [Full(TestDim, 1), new SlidingAttention(1, TestHeads, TestDim, 1_024)],
            _ => [],
        };
    }

    private static FullAttention Full(long dim, long count) => new(count, TestHeads, dim);

    private static SlidingAttention Sliding(long dim, long count) => new(count, TestHeads, dim, 128);
}
