using System.Collections.Generic;
using System.Linq;

namespace LlmSizing.Accuracy;

/// <summary>One case: the model that was found for it, and every quantity that it observed beside its prediction.</summary>
public sealed class CaseResult
{
    internal CaseResult(CaseInfo info, ModelMatch? match, string? reason, IReadOnlyList<LogComparison> rows, KvEvidence? evidence, bool? fits)
    {
        Info = info;
        Match = match;
        Reason = reason;
        Rows = rows;
        Evidence = evidence;
        Fits = fits;
    }

    /// <summary>What the case says of itself.</summary>
    public CaseInfo Info { get; }

    /// <summary>The model; null where it is unresolved.</summary>
    public ModelMatch? Match { get; }

    /// <summary>Why nothing was predicted, or null.</summary>
    public string? Reason { get; }

    /// <summary>The quantities.</summary>
    public IReadOnlyList<LogComparison> Rows { get; }

    /// <summary>What the figures say of the bytes of the cache, or null where nothing was predicted.</summary>
    public KvEvidence? Evidence { get; }

    /// <summary>Whether the engine is predicted to start, where the case failed to or may have; else null.</summary>
    public bool? Fits { get; }

    /// <summary>Whether the engine of the case had no room for the cache.</summary>
    public bool IsNegative => Rows.Any(row => row.Quantity is "kv_available" or "kv_tokens" && row.Observed <= 0);

    /// <summary>Whether the bytes of the cache are determined and the model was not inferred from them.</summary>
    public bool CountsForKv => Evidence?.IsExact is not null && !Info.IsInferred;

    /// <summary>The difference of a quantity in percent, where both are known and the engine started.</summary>
    public decimal? Percent(string quantity) =>
        Rows.FirstOrDefault(row => row.Quantity == quantity && row.Observed > 0 && row.Percent is not null)?.Percent;
}

/// <summary>What a case says of itself.</summary>
public sealed record CaseInfo(string Id, string Engine, string? EngineVersion, string ModelText, string? TestClass, string? Notes)
{
    /// <summary>Whether the case's model was inferred from its own figures.</summary>
    public bool IsInferred => TestClass?.StartsWith("consistency", System.StringComparison.OrdinalIgnoreCase) == true;
}
