using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>vLLM.</summary>
public sealed class VllmEngine : Engine
{
    /// <summary>Creates the engine.</summary>
    public VllmEngine() : base("vllm", "0.22")
    {
    }

    internal override decimal MemoryFractionOf(EngineCase of) => of.Settings.MemoryFraction ?? 0.92m;

    private protected override EngineMemory Worst(IReadOnlyList<EngineCase> stages) => stages.Select(Memory).OrderBy(memory => memory.MaxConcurrency).First();

    private protected override long SessionBytes(EngineCase of, long context)
    {
        long block = of.Settings.BlockSize ?? 16;
        return of.Shard.KvBytesPerSession(((context - 1) / block + 1) * block, of.Precision);
    }

    private EngineMemory Memory(EngineCase of)
    {
        var budget = new EngineBudget(of, (long)(of.GpuBytes * of.MemoryFraction), [Weights(of)]);
        long session = SessionBytes(of, of.MaxModelLength);
        long available = Math.Max(0, budget.KvAvailableBytes);
        long block = of.Settings.BlockSize ?? 16;
        decimal sessions = session == 0 ? 0 : (decimal)available / session;
        long blocks = (long)(sessions * of.MaxModelLength / block);
        return new EngineMemory(of, budget, new CachePool(block, blocks, blocks * block, sessions));
    }
}
