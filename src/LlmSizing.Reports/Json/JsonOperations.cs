namespace LlmSizing;

/// <summary>What the operator said about power, space, price and tokens; what was not said is null.</summary>
internal static class JsonOperations
{
    public static void Write(JsonPage json, Operations asked)
    {
        json.Number("pue", asked.Pue);
        json.Number("rack_power_kw", asked.RackPowerKw);
        json.Number("rack_height_units", asked.RackHeightUnits);
        json.Number("co2_grams_per_kwh", asked.Co2GramsPerKwh);
        json.Number("energy_price_per_kwh", asked.EnergyPricePerKwh);
        json.Number("node_price_per_hour", asked.PricePerHour);
        json.Number("capex_per_node", asked.CapexPerNode);
        json.Number("depreciation_months", asked.DepreciationMonths);
        json.Number("utilization", asked.Utilization);
        json.Text("currency", asked.Currency);
        json.Number("input_tokens_per_second", asked.InputTokensPerSecond);
        json.Number("output_tokens_per_second", asked.OutputTokensPerSecond);
        if (asked.UsesPriceList)
        {
            json.Text("price_origin", asked.PriceOrigin);
        }
    }
}
