using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>Every engine that is known, one line each.</summary>
public static class EngineList
{
    /// <summary>The engines; the first is the default.</summary>
    public static IReadOnlyList<Engine> All { get; } =
    [
        new IdealEngine(),
        new VllmEngine(),
        new SglangEngine(),
        new TensorRtLlmEngine(),
        new LlamaCppEngine(),
    ];

    /// <summary>Finds an engine by its name, whatever the case; null when it is not known.</summary>
    public static Engine? Find(string name) => All.FirstOrDefault(engine => string.Equals(engine.Name, name, StringComparison.OrdinalIgnoreCase));
}
