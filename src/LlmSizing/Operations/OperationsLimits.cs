namespace LlmSizing;

/// <summary>The range of each number of <see cref="Operations"/>; a value outside is refused with the range named.</summary>
public static class OperationsLimits
{
    private const decimal Least = 0.000000001m;

    /// <summary>Power usage effectiveness: 1 to 5.</summary>
    public static NumberRange Pue { get; } = new("Pue", 1, 5, "");

    /// <summary>Power of a rack: above 0 to 10^6 kW.</summary>
    public static NumberRange RackPowerKw { get; } = new("RackPowerKw", Least, 1_000_000, "kW");

    /// <summary>Height of a rack: 1 to 1,000 rack units.</summary>
    public static NumberRange RackHeightUnits { get; } = new("RackHeightUnits", 1, 1_000, "rack units");

    /// <summary>Grams of CO2 for a kWh: 0 to 10^5.</summary>
    public static NumberRange Co2GramsPerKwh { get; } = new("Co2GramsPerKwh", 0, 100_000, "g");

    /// <summary>Price of a kWh: 0 to 10^5.</summary>
    public static NumberRange EnergyPricePerKwh { get; } = new("EnergyPricePerKwh", 0, 100_000, "");

    /// <summary>Price of a node and hour: 0 to 10^8.</summary>
    public static NumberRange PricePerHour { get; } = new("PricePerHour", 0, 100_000_000, "");

    /// <summary>Price of a node: 0 to 10^11.</summary>
    public static NumberRange CapexPerNode { get; } = new("CapexPerNode", 0, 100_000_000_000, "");

    /// <summary>Months of depreciation: 1 to 600.</summary>
    public static NumberRange DepreciationMonths { get; } = new("DepreciationMonths", 1, 600, "months");

    /// <summary>Share that is used: 0.0001 to 1.</summary>
    public static NumberRange Utilization { get; } = new("Utilization", 0.0001m, 1, "");

    /// <summary>Tokens of a node in a second: 0.001 to 10^9.</summary>
    public static NumberRange TokensPerSecond { get; } = new("TokensPerSecond", 0.001m, 1_000_000_000, "tokens per second");
}
