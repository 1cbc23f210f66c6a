namespace LlmSizing;

/// <summary>What an operator says about power, space, price and the tokens that a node serves. Every number is null where it was not given, which is not zero.</summary>
public sealed class Operations
{
    /// <summary>Creates the inputs.</summary>
    /// <exception cref="SizingException">A number is outside its range, or the currency is no label.</exception>
    public Operations(
        decimal? pue = null, decimal? rackPowerKw = null, decimal? rackHeightUnits = null, decimal? co2GramsPerKwh = null, decimal? energyPricePerKwh = null,
        decimal? pricePerHour = null, decimal? capexPerNode = null, decimal? depreciationMonths = null, decimal? utilization = null, string? currency = null,
        decimal? inputTokensPerSecond = null, decimal? outputTokensPerSecond = null, bool usesPriceList = false, string? priceOrigin = null)
    {
        Pue = Check(OperationsLimits.Pue, pue);
        RackPowerKw = Check(OperationsLimits.RackPowerKw, rackPowerKw);
        RackHeightUnits = Check(OperationsLimits.RackHeightUnits, rackHeightUnits);
        Co2GramsPerKwh = Check(OperationsLimits.Co2GramsPerKwh, co2GramsPerKwh);
        EnergyPricePerKwh = Check(OperationsLimits.EnergyPricePerKwh, energyPricePerKwh);
        PricePerHour = Check(OperationsLimits.PricePerHour, pricePerHour);
        CapexPerNode = Check(OperationsLimits.CapexPerNode, capexPerNode);
        DepreciationMonths = Check(OperationsLimits.DepreciationMonths, depreciationMonths);
        Utilization = Check(OperationsLimits.Utilization, utilization);
        Currency = currency is null or { Length: > 0 and <= MaximumCurrencyLength } ? currency
            : throw new SizingException("Currency", $"Currency is a label of 1 to {MaximumCurrencyLength} characters, such as EUR.");
        InputTokensPerSecond = Check(OperationsLimits.TokensPerSecond, inputTokensPerSecond);
        OutputTokensPerSecond = Check(OperationsLimits.TokensPerSecond, outputTokensPerSecond);
        UsesPriceList = usesPriceList;
        PriceOrigin = priceOrigin;
    }

    /// <summary>Characters that a currency's label may have.</summary>
    public const int MaximumCurrencyLength = 16;

    /// <summary>Power usage effectiveness: what the site draws by what its IT draws, 1 to 5.</summary>
    public decimal? Pue { get; }

    /// <summary>Most that one rack may draw, in kW.</summary>
    public decimal? RackPowerKw { get; }

    /// <summary>Rack units of one rack that nodes may take.</summary>
    public decimal? RackHeightUnits { get; }

    /// <summary>Grams of CO2 for one kWh.</summary>
    public decimal? Co2GramsPerKwh { get; }

    /// <summary>Price of one kWh.</summary>
    public decimal? EnergyPricePerKwh { get; }

    /// <summary>Price of one node for one hour.</summary>
    public decimal? PricePerHour { get; }

    /// <summary>Price of one node when it is bought.</summary>
    public decimal? CapexPerNode { get; }

    /// <summary>Months over which a bought node is written off.</summary>
    public decimal? DepreciationMonths { get; }

    /// <summary>Share of the tokens that the nodes could serve and do serve over a month, above 0 and up to 1.</summary>
    public decimal? Utilization { get; }

    /// <summary>The currency's name; a label, nothing is converted.</summary>
    public string? Currency { get; }

    /// <summary>Prompt tokens that one node takes in a second.</summary>
    public decimal? InputTokensPerSecond { get; }

    /// <summary>Tokens that one node generates in a second.</summary>
    public decimal? OutputTokensPerSecond { get; }

    /// <summary>Whether prices were looked up in the operator's catalogs; the server may have none there.</summary>
    public bool UsesPriceList { get; }

    /// <summary>Whose price it is and of when, where it was found in a catalog, or null.</summary>
    public string? PriceOrigin { get; }

    /// <summary>Whether anything about money was said.</summary>
    public bool AsksForMoney => (PricePerHour ?? CapexPerNode ?? DepreciationMonths ?? EnergyPricePerKwh) is not null || Currency is not null || UsesPriceList;

    /// <summary>The same with the price of a list, or without one where the list has none.</summary>
    internal Operations WithPrice(ServerPrice? price) => new(
        Pue, RackPowerKw, RackHeightUnits, Co2GramsPerKwh, EnergyPricePerKwh, price?.PricePerHour, price?.CapexPerNode, DepreciationMonths ?? price?.DepreciationMonths,
        Utilization, Currency ?? price?.Currency, InputTokensPerSecond, OutputTokensPerSecond, true, price?.Origin);

    private static decimal? Check(NumberRange range, decimal? value) => value is decimal given ? range.Check(given) : null;
}
