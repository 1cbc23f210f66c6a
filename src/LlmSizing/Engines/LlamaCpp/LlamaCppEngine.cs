using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>llama.cpp: buffers of the model, of the cache for n_ctx cells and of the graph, layer by layer on one or more devices.</summary>
/// <remarks>
/// A pipeline stage is a device (--split-mode layer); tensor parallelism is --split-mode row, which keeps the whole cache of a layer on one device. Versions are builds: b7825.
/// MaxModelLength is n_ctx, MaxSequences n_seq_max (1 unless given; the cells are shared), MaxBatchedTokens n_ubatch (512).
/// The rules that changed are in <c>LlamaCppRule</c>.
/// </remarks>
public sealed class LlamaCppEngine : Engine
{
    /// <summary>Creates the engine.</summary>
    public LlamaCppEngine() : base("llama.cpp", "8100")
    {
    }

    internal override decimal MemoryFractionOf(EngineCase of) => of.Settings.MemoryFraction ?? 1;

    internal override long DefaultMaxSequences(EngineCase of) => 1;

    internal override long DefaultMaxBatchedTokens(EngineCase of) => 512;

    internal override IEnumerable<string> AssumptionsOf(EngineCase of) =>
    [
        .. LlamaCppRule.All.Select(rule => $"{rule.Name} {(of.Version.IsAtLeast(rule.From) ? "on" : "off")}, {rule}"),
        "the driver's context (0.2 to 0.6 GiB) and a vision projector are not counted",
    ];

    private protected override long SessionBytes(EngineCase of, long context) => new LlamaCppCache(LlamaCppLayers.On(of), context).Bytes;

    private protected override EngineMemory Worst(IReadOnlyList<EngineCase> stages)
    {
        EngineCase[] devices = stages.Select(LlamaCppLayers.On).ToArray();
        return devices.Select(device => Memory(device, devices)).OrderBy(memory => memory.MaxConcurrency).ThenBy(memory => memory.KvAvailableBytes).First();
    }

    private static EngineMemory Memory(EngineCase of, IReadOnlyList<EngineCase> devices)
    {
        var cache = new LlamaCppCache(of, of.MaxModelLength);
        List<MemoryComponent> components =
        [
            LlamaCppBuffers.Weights(of), LlamaCppBuffers.Compute(of, cache.Cells),
            new MemoryComponent("kv_keys", cache.KeyBytes, $"{NumberText.Plain(cache.Cells)} cells, K ({cache.KeyName})", isInBudget: false),
            new MemoryComponent("kv_values", cache.ValueBytes, $"{NumberText.Plain(cache.Cells)} cells, V ({cache.ValueName})", isInBudget: false),
        ];
        if (cache.StateBytes > 0)
        {
            components.Add(new MemoryComponent("state", cache.StateBytes, $"R and S (fp32) of {NumberText.Plain(of.MaxSequences)} sequences", isInBudget: false));
        }
        if (of.ObservedWeightBytes is null && of.Shard.Stage.IsFirst)
        {
            components.Add(LlamaCppBuffers.Host(of, devices));
        }
        var budget = new EngineBudget(of, (long)(of.GpuBytes * of.MemoryFraction), components);
        decimal fits = cache.Bytes == 0 ? 1 : (decimal)Math.Max(0, budget.KvAvailableBytes) / cache.Bytes;
        return new EngineMemory(of, budget, new CachePool(1, cache.Cells, cache.Cells, fits));
    }
}
