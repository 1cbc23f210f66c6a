using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>No engine: the whole memory less the weights is cache, and nothing is rounded up.</summary>
public sealed class IdealEngine : Engine
{
    /// <summary>Creates the engine.</summary>
    public IdealEngine() : base("ideal", "1")
    {
    }

    internal override long RotaryBytes => 0;

    internal override decimal MemoryFractionOf(EngineCase of) => of.Settings.MemoryFraction ?? 1;

    private protected override EngineMemory Worst(IReadOnlyList<EngineCase> stages) => stages.Select(Memory).OrderBy(memory => memory.MaxConcurrency).First();

    private protected override long SessionBytes(EngineCase of, long context) => of.Shard.KvBytesPerSession(context, of.Precision);

    private EngineMemory Memory(EngineCase of)
    {
        var budget = new EngineBudget(of, (long)(of.GpuBytes * of.MemoryFraction), [Weights(of)]);
        long session = SessionBytes(of, of.MaxModelLength);
        long available = Math.Max(0, budget.KvAvailableBytes);
        decimal sessions = session == 0 ? 0 : (decimal)available / session;
        return new EngineMemory(of, budget, new CachePool(1, 0, (long)(sessions * of.MaxModelLength), sessions));
    }
}
