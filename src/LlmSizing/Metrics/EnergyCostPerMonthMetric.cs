using System.Collections.Generic;

namespace LlmSizing;

/// <summary>Price of the energy of one month at the typical draw, or at the peak where that is not known.</summary>
public sealed class EnergyCostPerMonthMetric : MoneyMetric
{
    /// <inheritdoc/>
    public override string Id => "energy_cost_per_month";

    /// <inheritdoc/>
    public override string Unit => "currency/month";

    private protected override bool IsAsked(OperatedNodes fleet) => fleet.Asked.EnergyPricePerKwh is not null;

    private protected override string Unknown(OperatedNodes fleet) => PowerUnknown(fleet);

    private protected override decimal? Amount(OperatedNodes fleet) => fleet.EnergyCostPerMonth;

    private protected override string Formula(OperatedNodes fleet) => $"energy_cost_per_month = {EnergyParts.Formula(fleet)} × 730 × energy_price_per_kwh";

    private protected override IEnumerable<(string Name, decimal? Value)> Parts(OperatedNodes fleet) => [.. EnergyParts.Of(fleet), ("energy_price_per_kwh", fleet.Asked.EnergyPricePerKwh)];
}
