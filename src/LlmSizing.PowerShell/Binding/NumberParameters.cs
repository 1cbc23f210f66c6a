using System;

namespace LlmSizing.Commands;

/// <summary>Sessions at the same time.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ConcurrencyAttribute : StrictIntegerAttribute
{
    /// <summary>Creates the attribute.</summary>
    public ConcurrencyAttribute() : base(Limits.Concurrency, "500")
    {
    }
}

/// <summary>Tokens of a session's context.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ContextTokensAttribute : StrictIntegerAttribute
{
    /// <summary>Creates the attribute.</summary>
    public ContextTokensAttribute() : base(Limits.EffectiveContext, "65536")
    {
    }
}

/// <summary>Share of the memory for the KV cache.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class KvBudgetRatioAttribute : StrictDecimalAttribute
{
    /// <summary>Creates the attribute.</summary>
    public KvBudgetRatioAttribute() : base(Limits.KvBudgetRatio, "0.7")
    {
    }
}

/// <summary>GiB of the node that are not KV cache.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RuntimeOverheadGibAttribute : StrictDecimalAttribute
{
    /// <summary>Creates the attribute.</summary>
    public RuntimeOverheadGibAttribute() : base(Limits.RuntimeOverheadGib, "120")
    {
    }
}

/// <summary>Share of the load added for peaks.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PeakHeadroomRatioAttribute : StrictDecimalAttribute
{
    /// <summary>Creates the attribute.</summary>
    public PeakHeadroomRatioAttribute() : base(Limits.PeakHeadroomRatio, "0.2")
    {
    }
}
