namespace LlmSizing;

/// <summary>The non-functional requirements: the load and how to plan for it.</summary>
public sealed class Requirements
{
    /// <summary>Creates the requirements; what is null is left to the model or the scenario.</summary>
    /// <param name="concurrency">Sessions at the same time, 1 to 10^9.</param>
    /// <param name="effectiveContext">Tokens of each session's context, 1 to 10^9.</param>
    /// <param name="kvPrecision">The precision of keys and values; the model's default when null.</param>
    /// <param name="kvBudgetRatio">Share of the memory after the overhead that holds KV cache, 0 to 1.</param>
    /// <param name="runtimeOverheadGib">GiB of the node that are not KV cache, 0 to 10^6.</param>
    /// <param name="peakHeadroomRatio">Share of the load added for peaks, 0 to 10.</param>
    /// <exception cref="SizingException">A number outside its range, or with more than nine decimals.</exception>
    public Requirements(
        long concurrency,
        long effectiveContext,
        KvPrecision? kvPrecision = null,
        decimal? kvBudgetRatio = null,
        decimal? runtimeOverheadGib = null,
        decimal? peakHeadroomRatio = null)
    {
        Concurrency = Limits.Concurrency.Check(concurrency);
        EffectiveContext = Limits.EffectiveContext.Check(effectiveContext);
        KvPrecision = kvPrecision;
        KvBudgetBillionths = Exact(kvBudgetRatio, Limits.KvBudgetRatio);
        OverheadBillionths = Exact(runtimeOverheadGib, Limits.RuntimeOverheadGib);
        HeadroomBillionths = Exact(peakHeadroomRatio, Limits.PeakHeadroomRatio);
    }

    /// <summary>Sessions at the same time.</summary>
    public long Concurrency { get; }

    /// <summary>Tokens of each session's context, as asked for.</summary>
    public long EffectiveContext { get; }

    /// <summary>The precision asked for, or null for the model's default.</summary>
    public KvPrecision? KvPrecision { get; }

    /// <summary>The KV budget asked for, or null for the scenario's default.</summary>
    public decimal? KvBudgetRatio => Decimal(KvBudgetBillionths);

    /// <summary>The overhead asked for in GiB, or null for the scenario's default.</summary>
    public decimal? RuntimeOverheadGib => Decimal(OverheadBillionths);

    /// <summary>The headroom asked for, or null for the scenario's default.</summary>
    public decimal? PeakHeadroomRatio => Decimal(HeadroomBillionths);

    internal long? KvBudgetBillionths { get; }

    internal long? OverheadBillionths { get; }

    internal long? HeadroomBillionths { get; }

    /// <summary>The same requirements for another number of sessions.</summary>
    /// <param name="concurrency">Sessions at the same time, 1 to 10^9.</param>
    /// <exception cref="SizingException">The number is outside its range.</exception>
    public Requirements With(long concurrency) => new(concurrency, EffectiveContext, KvPrecision, KvBudgetRatio, RuntimeOverheadGib, PeakHeadroomRatio);

    /// <summary>The load in short.</summary>
    public override string ToString() => $"{NumberText.Plain(Concurrency)} sessions of {NumberText.Plain(EffectiveContext)} tokens";

    private static long? Exact(decimal? value, NumberRange range) =>
        value is decimal given ? Billionths.From(range.Check(given), range.Name) : null;

    private static decimal? Decimal(long? billionths) => billionths is long given ? Billionths.ToDecimal(given) : null;
}
