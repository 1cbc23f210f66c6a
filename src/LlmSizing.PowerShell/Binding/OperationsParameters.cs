using System;

namespace LlmSizing.Commands;

/// <summary>What the site draws by what its IT draws, 1 to 5.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PueAttribute : StrictDecimalAttribute
{
    /// <summary>Creates the attribute.</summary>
    public PueAttribute() : base(OperationsLimits.Pue, "1.3")
    {
    }
}

/// <summary>Most that one rack may draw, in kW.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RackPowerKwAttribute : StrictDecimalAttribute
{
    /// <summary>Creates the attribute.</summary>
    public RackPowerKwAttribute() : base(OperationsLimits.RackPowerKw, "40")
    {
    }
}

/// <summary>Rack units of one rack; 42 when left out.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RackHeightUnitsAttribute : StrictDecimalAttribute
{
    /// <summary>Creates the attribute.</summary>
    public RackHeightUnitsAttribute() : base(OperationsLimits.RackHeightUnits, "42")
    {
    }
}

/// <summary>Grams of CO2 for one kWh.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class Co2GramsPerKwhAttribute : StrictDecimalAttribute
{
    /// <summary>Creates the attribute.</summary>
    public Co2GramsPerKwhAttribute() : base(OperationsLimits.Co2GramsPerKwh, "380")
    {
    }
}

/// <summary>Price of one kWh.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class EnergyPricePerKwhAttribute : StrictDecimalAttribute
{
    /// <summary>Creates the attribute.</summary>
    public EnergyPricePerKwhAttribute() : base(OperationsLimits.EnergyPricePerKwh, "0.12")
    {
    }
}

/// <summary>Price of one node for one hour.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class PricePerHourAttribute : StrictDecimalAttribute
{
    /// <summary>Creates the attribute.</summary>
    public PricePerHourAttribute() : base(OperationsLimits.PricePerHour, "98.32")
    {
    }
}

/// <summary>Price of one node when it is bought.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CapexPerNodeAttribute : StrictDecimalAttribute
{
    /// <summary>Creates the attribute.</summary>
    public CapexPerNodeAttribute() : base(OperationsLimits.CapexPerNode, "400000")
    {
    }
}

/// <summary>Months over which a bought node is written off.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DepreciationMonthsAttribute : StrictDecimalAttribute
{
    /// <summary>Creates the attribute.</summary>
    public DepreciationMonthsAttribute() : base(OperationsLimits.DepreciationMonths, "48")
    {
    }
}

/// <summary>Share of the possible tokens that are served over a month; 1 when left out.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class UtilizationAttribute : StrictDecimalAttribute
{
    /// <summary>Creates the attribute.</summary>
    public UtilizationAttribute() : base(OperationsLimits.Utilization, "0.6")
    {
    }
}

/// <summary>Tokens of one node in a second.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class TokensPerSecondAttribute : StrictDecimalAttribute
{
    /// <summary>Creates the attribute.</summary>
    public TokensPerSecondAttribute() : base(OperationsLimits.TokensPerSecond, "2500")
    {
    }
}
