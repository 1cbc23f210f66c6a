using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>TensorRT-LLM: the cache is a share of what is free once weights and activations are there.</summary>
/// <remarks>KvCacheConfig.free_gpu_memory_fraction, 0.9 unless given; blocks of 32 tokens with the PyTorch runtime (from 1.0), 64 before.</remarks>
public sealed class TensorRtLlmEngine : Engine
{
    private const decimal DefaultFraction = 0.9m;
    private static readonly EngineVersion PyTorchFrom = EngineVersion.Parse("1.0")!;

    /// <summary>Creates the engine.</summary>
    public TensorRtLlmEngine() : base("tensorrt-llm", "1.1")
    {
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Constants { get; } = [CalibrationNames.ContextGib, CalibrationNames.NvlinkParallelGib, CalibrationNames.ParallelGib, CalibrationNames.HiddenCopies];

    internal override long RotaryBytes => 0;

    internal override decimal MemoryFractionOf(EngineCase of) => of.Settings.MemoryFraction ?? DefaultFraction;

    internal override long DefaultMaxSequences(EngineCase of) => 2048;

    internal override IEnumerable<string> AssumptionsOf(EngineCase of) => [$"blocks of {NumberText.Plain(BlockSize(of))} tokens"];

    private protected override long SessionBytes(EngineCase of, long context)
    {
        long block = BlockSize(of);
        return of.Shard.KvBytesPerSession((((context - 1) / block) + 1) * block, of.Precision);
    }

    private protected override EngineMemory Worst(IReadOnlyList<EngineCase> stages) =>
        stages.Select(Memory).OrderBy(memory => memory.KvTokens).ThenBy(memory => memory.KvAvailableBytes).First();

    private static EngineMemory Memory(EngineCase of)
    {
        MemoryComponent[] components = of.Calibration is null ? [Weights(of)] : [Weights(of), Activation(of), Context(of)];
        long free = of.GpuBytes - components.Sum(component => component.Bytes);
        // Of what is free: a fraction of a negative number would hide that nothing fits.
        long left = free > 0 ? (long)(free * of.MemoryFraction) : free;
        var budget = new EngineBudget(of, of.GpuBytes, components, left);
        long available = Math.Max(0, budget.KvAvailableBytes);
        long block = BlockSize(of);
        long longest = Math.Max(block, (((of.MaxModelLength - 1) / block) + 1) * block);
        long session = of.Shard.KvBytesPerSession(longest, of.Precision);
        // In one step to tokens: a window keeps fewer bytes than its blocks say.
        long blocks = session == 0 ? 0 : (long)Math.Floor((decimal)available * (longest / block) / session);
        return new EngineMemory(of, budget, new CachePool(block, blocks, blocks * block, session == 0 ? 0 : (decimal)available / session));
    }

    private static MemoryComponent Activation(EngineCase of)
    {
        ArchitectureSizes? sizes = of.Model.Architecture?.Sizes;
        if (sizes is null)
        {
            return new MemoryComponent("activation", 0, "not known without the model's architecture");
        }
        CalibrationConstant copies = of.Constant(CalibrationNames.HiddenCopies);
        long width = 3 * (((Math.Max(sizes.IntermediateSize, sizes.MoeIntermediateSize * sizes.NumExpertsPerToken) - 1) / of.Placement.TensorParallel) + 1);
        long bytes = checked((long)(of.MaxBatchedTokens * (width + (copies.Value * sizes.HiddenSize)) * 2));
        return new MemoryComponent(
            "activation", bytes, $"{NumberText.Plain(of.MaxBatchedTokens)} tokens × ({NumberText.Plain(width)} + {NumberText.AsWritten(copies.Value)} × {NumberText.Plain(sizes.HiddenSize)}) × 2",
            copies.ErrorPercent, copies.Evidence);
    }

    private static MemoryComponent Context(EngineCase of)
    {
        CalibrationConstant one = of.Constant(CalibrationNames.ContextGib);
        CalibrationConstant all = of.Constant(GpuNames.HasNvlinkSwitch(of.Gpu) ? CalibrationNames.NvlinkParallelGib : CalibrationNames.ParallelGib);
        long bytes = one.GibBytes + (of.Placement.TensorParallel > 1 ? all.GibBytes : 0);
        return new MemoryComponent("context", bytes, $"{one.Name} {NumberText.AsWritten(one.Value)} and buffers of parallel GPUs", one.ErrorPercent, one.Evidence);
    }

    private static long BlockSize(EngineCase of) => of.Settings.BlockSize ?? (of.Version.IsAtLeast(PyTorchFrom) ? 32 : 64);
}
