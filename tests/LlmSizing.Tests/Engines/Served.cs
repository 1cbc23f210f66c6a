using System.Collections.Generic;

namespace LlmSizing.Tests.Engines;

/// <summary>Models and engines of the engine tests.</summary>
internal static class Served
{
    public static readonly Engine Vllm = EngineList.Find("vllm")!;

    public static Model Model(IReadOnlyList<LayerGroup> layers, string precision = "bf16", long maxPositions = 1_000_000) =>
        new(new EntryInfo("served"), layers, maxPositions, KvPrecision.Find(precision)!);

    /// <summary>What vLLM makes of a cache of so many bytes.</summary>
    public static EngineMemory Cache(
        Model model, long bytes, string version = "0.25", long length = 1024, long batched = 1024, Placement? placement = null,
        bool disableHybrid = false, string? stateMode = null, long speculative = 0, long? blockSize = null, string? precision = null) =>
        Vllm.Predict(model, placement ?? new Placement(), 80 * ByteUnits.GiB, new EngineSettings(
            engineVersion: EngineVersion.Parse(version), maxModelLength: length, maxSequences: 256, maxBatchedTokens: batched, blockSize: blockSize, kvCacheBytes: bytes,
            kvPrecision: precision is null ? null : KvPrecision.Find(precision),
            disableHybridManager: disableHybrid, stateCacheMode: stateMode, speculativeTokens: speculative), weightBytes: 0);
}
