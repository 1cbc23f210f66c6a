using System.Collections.Generic;

namespace LlmSizing;

/// <summary>CO2 of the energy of one month.</summary>
public sealed class Co2PerMonthMetric : FleetMetric
{
    /// <inheritdoc/>
    public override string Id => "co2_per_month_kg";

    /// <inheritdoc/>
    public override string Unit => "kg CO2/month";

    private protected override bool IsAsked(OperatedNodes fleet) => fleet.Asked.Co2GramsPerKwh is not null;

    private protected override decimal? Amount(OperatedNodes fleet) => fleet.Co2PerMonthKg;

    private protected override string Formula(OperatedNodes fleet) => $"co2_per_month_kg = {EnergyParts.Formula(fleet)} × 730 × co2_grams_per_kwh / 1000";

    private protected override IEnumerable<(string Name, decimal? Value)> Parts(OperatedNodes fleet) => [.. EnergyParts.Of(fleet), ("co2_grams_per_kwh", fleet.Asked.Co2GramsPerKwh)];
}
