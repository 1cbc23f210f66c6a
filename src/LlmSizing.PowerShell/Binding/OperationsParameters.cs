using System;
using System.Management.Automation;

namespace LlmSizing.Commands;

/// <summary>A parameter of one decimal with at most nine places; the property is a <see cref="decimal"/>, or null where it was not given.</summary>
public abstract class StrictOneDecimalAttribute : StrictDecimalAttribute
{
    private protected StrictOneDecimalAttribute(NumberRange range, string example) : base(range, example)
    {
    }

    /// <inheritdoc/>
    public override object Transform(EngineIntrinsics engineIntrinsics, object inputData) =>
        (decimal[])base.Transform(engineIntrinsics, inputData) is { Length: 1 } one ? one[0] : throw Refused("There are several values");
}

/// <summary>What the site draws by what its IT draws, 1 to 5.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PueAttribute : StrictOneDecimalAttribute
{
    /// <summary>Creates the attribute.</summary>
    public PueAttribute() : base(OperationsLimits.Pue, "1.3")
    {
    }
}

/// <summary>Most that one rack may draw, in kW.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RackPowerKwAttribute : StrictOneDecimalAttribute
{
    /// <summary>Creates the attribute.</summary>
    public RackPowerKwAttribute() : base(OperationsLimits.RackPowerKw, "40")
    {
    }
}

/// <summary>Rack units of one rack; 42 when left out.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RackHeightUnitsAttribute : StrictOneDecimalAttribute
{
    /// <summary>Creates the attribute.</summary>
    public RackHeightUnitsAttribute() : base(OperationsLimits.RackHeightUnits, "42")
    {
    }
}

/// <summary>Grams of CO2 for one kWh.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class Co2GramsPerKwhAttribute : StrictOneDecimalAttribute
{
    /// <summary>Creates the attribute.</summary>
    public Co2GramsPerKwhAttribute() : base(OperationsLimits.Co2GramsPerKwh, "380")
    {
    }
}

/// <summary>Price of one kWh.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class EnergyPricePerKwhAttribute : StrictOneDecimalAttribute
{
    /// <summary>Creates the attribute.</summary>
    public EnergyPricePerKwhAttribute() : base(OperationsLimits.EnergyPricePerKwh, "0.12")
    {
    }
}

/// <summary>Price of one node for one hour.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PricePerHourAttribute : StrictOneDecimalAttribute
{
    /// <summary>Creates the attribute.</summary>
    public PricePerHourAttribute() : base(OperationsLimits.PricePerHour, "98.32")
    {
    }
}

/// <summary>Price of one node when it is bought.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CapexPerNodeAttribute : StrictOneDecimalAttribute
{
    /// <summary>Creates the attribute.</summary>
    public CapexPerNodeAttribute() : base(OperationsLimits.CapexPerNode, "400000")
    {
    }
}

/// <summary>Months over which a bought node is written off.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DepreciationMonthsAttribute : StrictOneDecimalAttribute
{
    /// <summary>Creates the attribute.</summary>
    public DepreciationMonthsAttribute() : base(OperationsLimits.DepreciationMonths, "48")
    {
    }
}

/// <summary>Share of the possible tokens that are served over a month; 1 when left out.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class UtilizationAttribute : StrictOneDecimalAttribute
{
    /// <summary>Creates the attribute.</summary>
    public UtilizationAttribute() : base(OperationsLimits.Utilization, "0.6")
    {
    }
}

/// <summary>Tokens of one node in a second.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TokensPerSecondAttribute : StrictOneDecimalAttribute
{
    /// <summary>Creates the attribute.</summary>
    public TokensPerSecondAttribute() : base(OperationsLimits.TokensPerSecond, "2500")
    {
    }
}
