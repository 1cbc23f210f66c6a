using System.Collections.Generic;

namespace LlmSizing;

/// <summary>Heat that the nodes give off at their peak.</summary>
public sealed class HeatMetric : FleetMetric
{
    /// <inheritdoc/>
    public override string Id => "heat_kw";

    /// <inheritdoc/>
    public override string Unit => "kW";

    private protected override decimal? Amount(OperatedNodes fleet) => fleet.HeatKw;

    private protected override string Formula(OperatedNodes fleet) => "heat_kw = power_peak_kw";

    private protected override IEnumerable<(string Name, decimal? Value)> Parts(OperatedNodes fleet) => [("power_peak_kw", fleet.PowerPeakKw)];
}
