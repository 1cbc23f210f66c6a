using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>All that the operator gave a price, for one month.</summary>
public sealed class CostPerMonthMetric : MoneyMetric
{
    /// <inheritdoc/>
    public override string Id => "cost_per_month";

    /// <inheritdoc/>
    public override string Unit => "currency/month";

    private protected override bool IsAsked(OperatedNodes fleet) => fleet.Asked.AsksForMoney;

    private protected override string Unknown(OperatedNodes fleet) => fleet.IsPriceUnknown ? base.Unknown(fleet) : PowerUnknown(fleet);

    private protected override decimal? Amount(OperatedNodes fleet) => fleet.CostPerMonth;

    private protected override string Formula(OperatedNodes fleet) => "cost_per_month = " + string.Join(" + ", Parts(fleet).Where(part => part.Value is not null).Select(part => part.Name).DefaultIfEmpty("price_per_month + capex_per_month + energy_cost_per_month"));

    private protected override IEnumerable<(string Name, decimal? Value)> Parts(OperatedNodes fleet) => [("price_per_month", fleet.PricePerMonth), ("capex_per_month", fleet.CapexPerMonth), ("energy_cost_per_month", fleet.EnergyCostPerMonth)];
}
