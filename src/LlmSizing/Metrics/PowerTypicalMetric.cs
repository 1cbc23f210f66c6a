using System.Collections.Generic;

namespace LlmSizing;

/// <summary>What the nodes draw under load, as their maker or a measurement says.</summary>
public sealed class PowerTypicalMetric : FleetMetric
{
    /// <inheritdoc/>
    public override string Id => "power_typical_kw";

    /// <inheritdoc/>
    public override string Unit => "kW";

    private protected override string Unknown(OperatedNodes fleet) => "typical_power_unknown";

    private protected override decimal? Amount(OperatedNodes fleet) => fleet.PowerTypicalKw;

    private protected override string Formula(OperatedNodes fleet) => "power_typical_kw = typical_power_kw × nodes_final";

    private protected override IEnumerable<(string Name, decimal? Value)> Parts(OperatedNodes fleet) => [("typical_power_kw", fleet.Server.Hardware.TypicalPowerKw), ("nodes_final", fleet.Nodes)];
}
