using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>A GPU's memory divided by an engine: what it may take, and the parts that it takes.</summary>
internal sealed class EngineBudget
{
    public EngineBudget(EngineCase of, long bytes, IReadOnlyList<MemoryComponent> components)
        : this(of, bytes, components, bytes - components.Where(component => component.IsInBudget).Sum(component => component.Bytes))
    {
    }

    public EngineBudget(EngineCase of, long bytes, IReadOnlyList<MemoryComponent> components, long left)
    {
        Bytes = bytes;
        Components = components;
        KvAvailableBytes = of.Settings.KvCacheBytes ?? left;
    }

    public long Bytes { get; }

    public IReadOnlyList<MemoryComponent> Components { get; }

    public long KvAvailableBytes { get; }
}
