namespace LlmSizing;

/// <summary>What vLLM takes of a GPU before the cache.</summary>
internal static class VllmBudget
{
    public static EngineBudget Of(EngineCase of) => new(of, (long)(of.GpuBytes * of.MemoryFraction), [Engine.Weights(of)]);
}
