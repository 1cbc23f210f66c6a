using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>vLLM: a share of the GPU less weights, activations, libraries and graphs is cut into blocks.</summary>
/// <remarks>vllm/v1/worker/gpu_worker.py (determine_available_memory), vllm/v1/core/kv_cache_utils.py, vllm/engine/arg_utils.py; the rules that changed are in <c>VllmRule</c>.</remarks>
public sealed class VllmEngine : Engine
{
    private const decimal LargeGpuGib = 70;

    /// <summary>Creates the engine.</summary>
    public VllmEngine() : base("vllm", "0.28")
    {
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Constants { get; } =
    [
        CalibrationNames.SamplerBytesPerLogit, CalibrationNames.ActivationBaseGib, CalibrationNames.HiddenCopies, CalibrationNames.NonTorchGib,
        CalibrationNames.NvlinkParallelGib, CalibrationNames.ParallelGib, CalibrationNames.GraphBaseGib, CalibrationNames.GraphMibPerLayer,
    ];

    internal static long DefaultBlockSize(EngineCase of) => of.Model.Layers.Any(group => group is LatentAttention { IndexHeadDim: not null }) ? 64 : 16;

    internal override decimal MemoryFractionOf(EngineCase of) => of.Settings.MemoryFraction ?? (Holds(of, "utilization_092") ? 0.92m : 0.90m);

    internal override long DefaultMaxSequences(EngineCase of) => Math.Min(IsLarge(of) ? 1024 : 256, of.MaxBatchedTokens);

    internal override long DefaultMaxBatchedTokens(EngineCase of) =>
        Holds(of, "v1_engine") ? (IsLarge(of) ? 8192 : 2048) : of.MaxModelLength > 32768 ? 2048 : Math.Max(of.MaxModelLength, 2048);

    internal override IEnumerable<string> AssumptionsOf(EngineCase of) =>
        VllmRule.All.Select(rule => $"{rule.Name} {(of.Version.IsAtLeast(rule.From) ? "on" : "off")}, {rule}");

    private protected override long SessionBytes(EngineCase of, long context)
    {
        VllmCache cache = VllmCacheBuilder.Of(of);
        return checked(cache.BlocksFor(context) * cache.BlockBytes(of.Shard.Stage));
    }

    private protected override EngineMemory Worst(IReadOnlyList<EngineCase> stages)
    {
        VllmCache cache = VllmCacheBuilder.Of(stages[0]);
        return stages
            .Select(stage => (Stage: stage, Budget: VllmBudget.Of(stage)))
            .Select(at => (at.Stage, at.Budget, Blocks: Blocks(at.Budget, cache.BlockBytes(at.Stage.Shard.Stage))))
            .OrderBy(at => at.Blocks)
            .ThenBy(at => at.Budget.KvAvailableBytes)
            .Select(at => new EngineMemory(at.Stage, at.Budget, Pool(at.Stage, cache, at.Blocks)))
            .First();
    }

    // A stage without a cache binds nothing.
    private static long Blocks(EngineBudget budget, long blockBytes) =>
        blockBytes == 0 ? long.MaxValue : Math.Max(0, budget.KvAvailableBytes) / blockBytes;

    private static CachePool Pool(EngineCase of, VllmCache cache, long blocks)
    {
        long needed = cache.BlocksFor(of.MaxModelLength);
        if (blocks == long.MaxValue || needed == 0)
        {
            return new CachePool(cache.BlockSize, 0, 0, 0);
        }
        // In binary floating point, as the engine does: the last token may be cut off.
        double concurrency = (double)blocks / needed;
        long tokens = Holds(of, "tokens_from_concurrency")
            ? (long)(concurrency * of.MaxModelLength)
            : checked(blocks / cache.GroupCount * cache.BlockSize * of.Placement.ContextParallel);
        return new CachePool(cache.BlockSize, blocks, tokens, (decimal)concurrency, cache.GroupCount, needed);
    }

    // The A100 is slowed by large batches and keeps the small defaults.
    private static bool IsLarge(EngineCase of) => Holds(of, "v1_engine")
        && of.GpuBytes >= LargeGpuGib * ByteUnits.GiB
        && of.Gpu?.IndexOf("A100", StringComparison.OrdinalIgnoreCase) is null or < 0;

    private static bool Holds(EngineCase of, string rule) => VllmRule.Holds(rule, of.Version);
}
