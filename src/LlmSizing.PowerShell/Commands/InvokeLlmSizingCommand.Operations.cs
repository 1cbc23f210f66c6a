using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace LlmSizing.Commands;

/// <content>Power, space, price and tokens: what is said of them is computed for each result, and nothing where nothing is said.</content>
public sealed partial class InvokeLlmSizingCommand
{
    /// <summary>What the site draws by what its IT draws, 1 to 5.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Pue]
    public decimal[]? Pue { get; set; }

    /// <summary>Most that one rack may draw, in kW.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("rack_power_kw")]
    [RackPowerKw]
    public decimal[]? RackPowerKw { get; set; }

    /// <summary>Rack units of one rack; 42 when left out.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("rack_height_units")]
    [RackHeightUnits]
    public decimal[]? RackHeightUnits { get; set; }

    /// <summary>Grams of CO2 for one kWh.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("co2_grams_per_kwh")]
    [Co2GramsPerKwh]
    public decimal[]? Co2GramsPerKwh { get; set; }

    /// <summary>Price of one kWh.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("energy_price_per_kwh")]
    [EnergyPricePerKwh]
    public decimal[]? EnergyPricePerKwh { get; set; }

    /// <summary>Price of one node for one hour.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("price_per_hour")]
    [PricePerHour]
    public decimal[]? PricePerHour { get; set; }

    /// <summary>Price of one node when it is bought.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("capex_per_node")]
    [CapexPerNode]
    public decimal[]? CapexPerNode { get; set; }

    /// <summary>Months over which a bought node is written off.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("depreciation_months")]
    [DepreciationMonths]
    public decimal[]? DepreciationMonths { get; set; }

    /// <summary>Share of the possible tokens that are served over a month; 1 when left out.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Utilization]
    public decimal[]? Utilization { get; set; }

    /// <summary>The currency of the prices: a label, nothing is converted.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateLength(1, LlmSizing.Operations.MaximumCurrencyLength)]
    public string? Currency { get; set; }

    /// <summary>Prompt tokens that one node takes in a second.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("input_tokens_per_second")]
    [TokensPerSecond]
    public decimal[]? InputTokensPerSecond { get; set; }

    /// <summary>Tokens that one node generates in a second.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("output_tokens_per_second")]
    [TokensPerSecond]
    public decimal[]? OutputTokensPerSecond { get; set; }

    /// <summary>Catalog files or folders with the operator's prices of servers; they stand before those of -CatalogPath.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("price_catalog")]
    [ValidateNotNullOrEmpty]
    public string[]? PriceCatalog { get; set; }

    private protected override IReadOnlyList<string> PricePaths => PriceCatalog ?? [];

    private bool AreOperationsAsked => Currency is not null || Pue is not null || RackPowerKw is not null || RackHeightUnits is not null || Co2GramsPerKwh is not null
        || EnergyPricePerKwh is not null || PricePerHour is not null || CapexPerNode is not null || DepreciationMonths is not null || Utilization is not null
        || InputTokensPerSecond is not null || OutputTokensPerSecond is not null;

    private IEnumerable<SizingRequest> WithOperations(SizingRequest request)
    {
        Operations?[] nothing = [null];
        IEnumerable<Operations?> asked = !AreOperationsAsked ? nothing : OperationsGrid.Of(
            Pue, RackPowerKw, RackHeightUnits, Co2GramsPerKwh, EnergyPricePerKwh, PricePerHour, CapexPerNode, DepreciationMonths, Utilization, Currency, InputTokensPerSecond, OutputTokensPerSecond);
        return asked.Select(one => request.With(prices is null ? one : prices.Apply(one, request.Server)));
    }
}
