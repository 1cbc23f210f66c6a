using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>SGLang: a share of what is free before loading holds weights and cache; activations and graphs take the rest.</summary>
/// <remarks>sglang's profile_max_num_token: rest = free after loading − free before × (1 − mem_fraction_static); tokens = rest by the bytes of a token.</remarks>
public sealed class SglangEngine : Engine
{
    /// <summary>Pools of their own for sliding layers, and the share from what is reserved.</summary>
    internal static readonly EngineVersion PoolsFrom = EngineVersion.Parse("0.5")!;

    /// <summary>Creates the engine.</summary>
    public SglangEngine() : base("sglang", "0.5.16")
    {
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> Constants { get; } = [CalibrationNames.ContextGib, CalibrationNames.NvlinkParallelGib, CalibrationNames.ParallelGib];

    // SGLang keeps the table in fp32.
    internal override long RotaryBytes => 4;

    internal override decimal MemoryFractionOf(EngineCase of) => of.Settings.MemoryFraction
        ?? (of.Version.IsAtLeast(PoolsFrom) ? SglangFraction.Of(of.GpuBytes >> 20, of.Placement) : SglangFraction.Before05(of.Placement));

    internal override long DefaultMaxSequences(EngineCase of) => 2048;

    internal override long DefaultMaxBatchedTokens(EngineCase of) => SglangFraction.ChunkedPrefill(of.GpuBytes >> 20);

    internal override IEnumerable<string> AssumptionsOf(EngineCase of) =>
    [
        $"mem_fraction_static {(of.Settings.MemoryFraction is null ? of.Version.IsAtLeast(PoolsFrom) ? "from what is reserved (from 0.5)" : "by tensor parallelism (before 0.5)" : "as given")}",
        $"pools of sliding layers {(of.Version.IsAtLeast(PoolsFrom) ? "apart, 0.8 times the tokens (from 0.5)" : "like full ones (before 0.5)")}",
    ];

    private protected override long SessionBytes(EngineCase of, long context) => new SglangCache(of).SessionBytes(context);

    private protected override EngineMemory Worst(IReadOnlyList<EngineCase> stages) =>
        stages.Select(Memory).OrderBy(memory => memory.KvTokens).ThenBy(memory => memory.KvAvailableBytes).First();

    private static EngineMemory Memory(EngineCase of)
    {
        MemoryComponent context = Context(of);
        long free = Math.Max(0, of.GpuBytes - context.Bytes);
        var budget = new EngineBudget(of, (long)(free * of.MemoryFraction), [Weights(of), context]);
        return new EngineMemory(of, budget, new SglangCache(of).Of(budget.KvAvailableBytes));
    }

    private static MemoryComponent Context(EngineCase of)
    {
        if (of.Calibration is null)
        {
            return new MemoryComponent("context", 0, "not known without a calibration", isInBudget: false);
        }
        CalibrationConstant one = of.Constant(CalibrationNames.ContextGib);
        CalibrationConstant all = of.Constant(GpuNames.HasNvlinkSwitch(of.Gpu) ? CalibrationNames.NvlinkParallelGib : CalibrationNames.ParallelGib);
        bool isParallel = of.Placement.TensorParallel * of.Placement.DataParallel > 1;
        return new MemoryComponent(
            "context", one.GibBytes + (isParallel ? all.GibBytes : 0),
            $"{one.Name} {NumberText.AsWritten(one.Value)}{(isParallel ? $" + {all.Name} {NumberText.AsWritten(all.Value)}" : "")}", one.ErrorPercent, one.Evidence, isInBudget: false);
    }
}
