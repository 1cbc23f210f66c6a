using System.Collections.Generic;

namespace LlmSizing;

/// <summary>Price of the nodes when they are bought.</summary>
public sealed class CapexMetric : MoneyMetric
{
    /// <inheritdoc/>
    public override string Id => "capex";

    /// <inheritdoc/>
    public override string Unit => "currency";

    private protected override bool IsAsked(OperatedNodes fleet) => fleet.Asked.CapexPerNode is not null;

    private protected override decimal? Amount(OperatedNodes fleet) => fleet.Capex;

    private protected override string Formula(OperatedNodes fleet) => "capex = capex_per_node × nodes_final";

    private protected override IEnumerable<(string Name, decimal? Value)> Parts(OperatedNodes fleet) => [("capex_per_node", fleet.Asked.CapexPerNode), ("nodes_final", fleet.Nodes)];
}
