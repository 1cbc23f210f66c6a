using System.Collections.Generic;

namespace LlmSizing;

/// <summary>Price of the nodes for one month.</summary>
public sealed class PricePerMonthMetric : MoneyMetric
{
    /// <inheritdoc/>
    public override string Id => "price_per_month";

    /// <inheritdoc/>
    public override string Unit => "currency/month";

    private protected override bool IsAsked(OperatedNodes fleet) => fleet.Asked.PricePerHour is not null;

    private protected override decimal? Amount(OperatedNodes fleet) => fleet.PricePerMonth;

    private protected override string Formula(OperatedNodes fleet) => "price_per_month = price_per_hour × 730";

    private protected override IEnumerable<(string Name, decimal? Value)> Parts(OperatedNodes fleet) => [("price_per_hour", fleet.PricePerHour)];
}
