using System.Collections.Generic;

namespace LlmSizing;

/// <summary>Price of the nodes for one hour, as the operator gives it.</summary>
public sealed class PricePerHourMetric : MoneyMetric
{
    /// <inheritdoc/>
    public override string Id => "price_per_hour";

    /// <inheritdoc/>
    public override string Unit => "currency/h";

    private protected override bool IsAsked(OperatedNodes fleet) => fleet.Asked.PricePerHour is not null || (fleet.Asked.AsksForMoney && fleet.Asked.CapexPerNode is null);

    private protected override decimal? Amount(OperatedNodes fleet) => fleet.PricePerHour;

    private protected override string Formula(OperatedNodes fleet) => "price_per_hour = node_price_per_hour × nodes_final";

    private protected override IEnumerable<(string Name, decimal? Value)> Parts(OperatedNodes fleet) => [("node_price_per_hour", fleet.Asked.PricePerHour), ("nodes_final", fleet.Nodes)];
}
