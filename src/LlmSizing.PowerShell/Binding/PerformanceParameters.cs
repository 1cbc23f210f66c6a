using System;

namespace LlmSizing.Commands;

/// <summary>Share of a prompt that a prefix cache holds.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PrefixCacheHitRatioAttribute : StrictDecimalAttribute
{
    /// <summary>Creates the attribute.</summary>
    public PrefixCacheHitRatioAttribute() : base(Limits.PrefixCacheHitRatio, "0.5")
    {
    }
}

/// <summary>Probability that a drafted token is accepted.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AcceptanceRateAttribute : StrictDecimalAttribute
{
    /// <summary>Creates the attribute.</summary>
    public AcceptanceRateAttribute() : base(Limits.AcceptanceRate, "0.7")
    {
    }
}

/// <summary>Time of a draft as a share of a decode step.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DraftCostRatioAttribute : StrictDecimalAttribute
{
    /// <summary>Creates the attribute.</summary>
    public DraftCostRatioAttribute() : base(Limits.DraftCostRatio, "0.05")
    {
    }
}

/// <summary>Tokens drafted for each step.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DraftTokensAttribute : StrictIntegerAttribute
{
    /// <summary>Creates the attribute.</summary>
    public DraftTokensAttribute() : base(Limits.DraftTokens, "3")
    {
    }
}

/// <summary>Most GPUs that a load may take; one number.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MaxGpusAttribute : StrictNumberAttribute
{
    /// <summary>Creates the attribute.</summary>
    public MaxGpusAttribute() : base(Limits.MaxGpus, "64")
    {
    }

    private protected override string Kind => "a whole number";

    /// <inheritdoc/>
    public override object Transform(System.Management.Automation.EngineIntrinsics engineIntrinsics, object inputData)
    {
        decimal gpus = Read(inputData);
        return decimal.Truncate(gpus) == gpus ? (long)gpus : throw Refused($"{NumberText.AsWritten(gpus)} is not whole");
    }
}
