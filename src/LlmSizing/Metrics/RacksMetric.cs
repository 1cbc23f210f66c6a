using System.Collections.Generic;

namespace LlmSizing;

/// <summary>Racks for the nodes, by power and by height.</summary>
public sealed class RacksMetric : FleetMetric
{
    /// <inheritdoc/>
    public override string Id => "racks";

    /// <inheritdoc/>
    public override string Unit => "racks";

    private protected override string Unknown(OperatedNodes fleet) => fleet.NodesPerRack is not null || fleet.IsRackPowerBelowNode ? "node_beyond_rack" : "racks_unknown";

    private protected override string WithUnit(decimal amount, OperatedNodes fleet, Texts texts) => texts.Count((long)amount, Unit);

    private protected override decimal? Amount(OperatedNodes fleet) => fleet.Racks;

    private protected override string Formula(OperatedNodes fleet) => fleet.Asked.RackPowerKw is null
        ? "racks = ⌈nodes_final / ⌊rack_height_units / rack_units_per_node⌋⌉"
        : fleet.NodesByRackHeight is null
        ? "racks = ⌈nodes_final / ⌊rack_power_kw / max_power_kw⌋⌉"
        : "racks = ⌈nodes_final / min(⌊rack_power_kw / max_power_kw⌋, ⌊rack_height_units / rack_units_per_node⌋)⌉";

    private protected override IEnumerable<(string Name, decimal? Value)> Parts(OperatedNodes fleet) => [("nodes_final", fleet.Nodes), ("rack_power_kw", fleet.Asked.RackPowerKw), ("max_power_kw", fleet.Asked.RackPowerKw is null ? null : fleet.NodePeakKw), ("rack_height_units", fleet.NodesByRackHeight is null ? null : fleet.RackHeightUnits), ("rack_units_per_node", fleet.Server.Hardware.RackUnits), ("nodes_per_rack", fleet.NodesPerRack)];
}
