using System.Collections.Generic;

namespace LlmSizing;

/// <summary>Most that the nodes draw: what feeds and breakers must carry.</summary>
public sealed class PowerPeakMetric : FleetMetric
{
    /// <inheritdoc/>
    public override string Id => "power_peak_kw";

    /// <inheritdoc/>
    public override string Unit => "kW";

    private protected override decimal? Amount(OperatedNodes fleet) => fleet.PowerPeakKw;

    private protected override string Formula(OperatedNodes fleet) => "power_peak_kw = max_power_kw × nodes_final";

    private protected override IEnumerable<(string Name, decimal? Value)> Parts(OperatedNodes fleet) => [("max_power_kw", fleet.NodePeakKw), ("nodes_final", fleet.Nodes)];
}
