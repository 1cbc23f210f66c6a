using System.Collections.Generic;

namespace LlmSizing;

/// <summary>What the operator said about power, space, price and tokens.</summary>
internal static class OperationFacts
{
    public static IEnumerable<InputFact> Of(Operations asked)
    {
        string currency = asked.Currency is null ? "" : " " + asked.Currency;
        (string Label, decimal? Value, string Unit)[] numbers =
        [
            ("pue", asked.Pue, ""),
            ("rack_power_kw", asked.RackPowerKw, " kW"),
            ("rack_height_units", asked.RackHeightUnits, " U"),
            ("co2_grams_per_kwh", asked.Co2GramsPerKwh, " g"),
            ("energy_price_per_kwh", asked.EnergyPricePerKwh, currency),
            ("node_price_per_hour", asked.PricePerHour, currency),
            ("capex_per_node", asked.CapexPerNode, currency),
            ("depreciation_months", asked.DepreciationMonths, ""),
            ("utilization", asked.Utilization, ""),
            ("input_tokens_per_second", asked.InputTokensPerSecond, ""),
            ("output_tokens_per_second", asked.OutputTokensPerSecond, ""),
        ];
        foreach ((string label, decimal? value, string unit) in numbers)
        {
            if (value is decimal given)
            {
                yield return new(label, NumberText.Grouped(given, 0, Billionths.Places) + unit);
            }
        }
        if (asked.Currency is not null)
        {
            yield return new("currency", asked.Currency);
        }
        if (asked.PriceOrigin is not null)
        {
            yield return new("price_origin", asked.PriceOrigin);
        }
    }
}
