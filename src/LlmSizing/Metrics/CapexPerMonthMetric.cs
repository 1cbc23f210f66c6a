using System.Collections.Generic;

namespace LlmSizing;

/// <summary>What a month takes off the bought nodes, in equal parts.</summary>
public sealed class CapexPerMonthMetric : MoneyMetric
{
    /// <inheritdoc/>
    public override string Id => "capex_per_month";

    /// <inheritdoc/>
    public override string Unit => "currency/month";

    private protected override bool IsAsked(OperatedNodes fleet) => fleet.Asked.CapexPerNode is not null;

    private protected override decimal? Amount(OperatedNodes fleet) => fleet.CapexPerMonth;

    private protected override string Formula(OperatedNodes fleet) => "capex_per_month = capex / depreciation_months";

    private protected override IEnumerable<(string Name, decimal? Value)> Parts(OperatedNodes fleet) => [("capex", fleet.Capex), ("depreciation_months", fleet.Asked.DepreciationMonths)];
}
