using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing.Accuracy;

/// <summary>One case: the model that was found for it, and every quantity that it observed beside its prediction.</summary>
public sealed class CaseResult
{
    internal CaseResult(CaseInfo info, ModelMatch? match, string? reason, IReadOnlyList<LogComparison> rows, KvEvidence? evidence, bool? fits, bool hasGpuMemory)
    {
        Info = info;
        Match = match;
        Reason = reason;
        Rows = rows;
        Evidence = evidence;
        Fits = fits;
        HasGpuMemory = hasGpuMemory;
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

    /// <summary>Whether the memory of the GPU was stated, not taken from a catalog.</summary>
    public bool HasGpuMemory { get; }

    /// <summary>Whether the engine of the case had no room for the cache.</summary>
    public bool IsNegative => Rows.Any(row => row.Quantity is "kv_available" or "kv_tokens" && row.Observed <= 0);

    /// <summary>Whether the bytes of the cache are determined by a case that can prove them.</summary>
    public bool CountsForKv => Evidence?.IsExact is not null && Info.ProvesKvBytes;

    /// <summary>The difference of a quantity in percent, where both are known and the engine started.</summary>
    public decimal? Percent(string quantity) =>
        Rows.FirstOrDefault(row => row.Quantity == quantity && row.Observed > 0 && row.Percent is not null)?.Percent;

    /// <summary>Why a quantity that was compared does not count in the totals, or null where it does.</summary>
    public string? LeftOut(string quantity) =>
        quantity == "weights" ? Info.ProvesWeights ? null : $"a case of {Info.TestClass} does not state how the weights lie"
        : !Info.ProvesTokens ? $"a case of {Info.TestClass} does not prove tokens"
        : HasGpuMemory ? null
        : "the case does not state the GPU's memory";
}

/// <summary>What a case says of itself, and what its class says that it can prove; a case without a class can prove everything.</summary>
public sealed record CaseInfo(string Id, string Engine, string? EngineVersion, string ModelText, string? TestClass, string? Notes)
{
    /// <summary>Whether the case's model was inferred from its own figures: they prove nothing about the cache.</summary>
    public bool IsInferred => Is("consistency");

    /// <summary>Whether its figures prove the bytes of the cache.</summary>
    public bool ProvesKvBytes => !IsInferred;

    /// <summary>Whether its weights are those of its model and flags.</summary>
    public bool ProvesWeights => !Is("exact-kv") && (!Is("feasibility") || Has("tolerance"));

    /// <summary>Whether its tokens are those of its model and flags.</summary>
    public bool ProvesTokens => !IsInferred && !Is("exact-kv") && !Is("feasibility") && !Has("weights only");

    private bool Is(string kind) => TestClass?.StartsWith(kind, StringComparison.OrdinalIgnoreCase) == true;

    private bool Has(string kind) => TestClass?.Contains(kind, StringComparison.OrdinalIgnoreCase) == true;
}
