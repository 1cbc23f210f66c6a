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

/// <summary>GiB of one GPU.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class GpuMemoryGibAttribute : StrictDecimalAttribute
{
    /// <summary>Creates the attribute.</summary>
    public GpuMemoryGibAttribute() : base(Limits.GpuMemoryGib, "79.19")
    {
    }
}

/// <summary>Share of a GPU that an engine takes.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class GpuMemoryUtilizationAttribute : StrictDecimalAttribute
{
    /// <summary>Creates the attribute.</summary>
    public GpuMemoryUtilizationAttribute() : base(Limits.GpuMemoryUtilization, "0.9")
    {
    }
}

/// <summary>Tokens or sequences of an engine's setting.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class EngineSettingAttribute : StrictIntegerAttribute
{
    /// <summary>Creates the attribute.</summary>
    public EngineSettingAttribute() : base(Limits.EngineSetting, "8192")
    {
    }
}

/// <summary>A degree of parallelism.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ParallelismAttribute : StrictIntegerAttribute
{
    /// <summary>Creates the attribute.</summary>
    public ParallelismAttribute() : base(Limits.Parallelism, "8")
    {
    }
}

/// <summary>Seconds to wait for an answer; one number.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TimeoutSecondsAttribute : StrictNumberAttribute
{
    /// <summary>Creates the attribute.</summary>
    public TimeoutSecondsAttribute() : base(new NumberRange("Timeout", 0.1m, 3600, "seconds"), "30")
    {
    }

    private protected override string Kind => "a number";

    /// <inheritdoc/>
    public override object Transform(System.Management.Automation.EngineIntrinsics engineIntrinsics, object inputData) => Read(inputData);
}

/// <summary>Workers at the same time; one number.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ThrottleLimitAttribute : StrictNumberAttribute
{
    /// <summary>Creates the attribute.</summary>
    public ThrottleLimitAttribute() : base(new NumberRange("ThrottleLimit", 1, 1024, "workers"), "8")
    {
    }

    private protected override string Kind => "a whole number";

    /// <inheritdoc/>
    public override object Transform(System.Management.Automation.EngineIntrinsics engineIntrinsics, object inputData)
    {
        decimal workers = Read(inputData);
        return decimal.Truncate(workers) == workers ? (int)workers : throw Refused($"{NumberText.AsWritten(workers)} is not whole");
    }
}
