using System.Collections.Generic;

namespace LlmSizing;

/// <summary>Height of all nodes in racks.</summary>
public sealed class RackUnitsMetric : FleetMetric
{
    /// <inheritdoc/>
    public override string Id => "rack_units";

    /// <inheritdoc/>
    public override string Unit => "U";

    private protected override string Unknown(OperatedNodes fleet) => "rack_units_unknown";

    private protected override decimal? Amount(OperatedNodes fleet) => fleet.RackUnits;

    private protected override string Formula(OperatedNodes fleet) => "rack_units = rack_units_per_node × nodes_final";

    private protected override IEnumerable<(string Name, decimal? Value)> Parts(OperatedNodes fleet) => [("rack_units_per_node", fleet.Server.Hardware.RackUnits), ("nodes_final", fleet.Nodes)];
}
