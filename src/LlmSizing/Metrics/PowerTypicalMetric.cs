using System.Collections.Generic;

namespace LlmSizing;

/// <summary>What the nodes draw under load, as their maker or a measurement says.</summary>
public sealed class PowerTypicalMetric : FleetMetric
{
    /// <inheritdoc/>
    public override string Id => "power_typical_kw";

    /// <inheritdoc/>
    public override string Unit => "kW";

    private protected override string Unknown(Fleet fleet) => "typical_power_unknown";

    private protected override decimal? Amount(Fleet fleet) => fleet.PowerTypicalKw;

    private protected override string Formula(Fleet fleet) => "power_typical_kw = typical_power_kw × nodes_final";

    private protected override IEnumerable<(string Name, decimal? Value)> Parts(Fleet fleet) => [("typical_power_kw", fleet.Result.Request.Server.Hardware.TypicalPowerKw), ("nodes_final", fleet.Nodes)];
}
