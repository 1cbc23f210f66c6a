using System.Collections.Generic;

namespace LlmSizing;

/// <summary>Most that the site draws for the nodes, with cooling and losses.</summary>
public sealed class FacilityPowerMetric : FleetMetric
{
    /// <inheritdoc/>
    public override string Id => "facility_power_kw";

    /// <inheritdoc/>
    public override string Unit => "kW";

    private protected override bool IsAsked(OperatedNodes fleet) => fleet.Asked.Pue is not null;

    private protected override decimal? Amount(OperatedNodes fleet) => fleet.FacilityPowerKw;

    private protected override string Formula(OperatedNodes fleet) => "facility_power_kw = power_peak_kw × pue";

    private protected override IEnumerable<(string Name, decimal? Value)> Parts(OperatedNodes fleet) => [("power_peak_kw", fleet.PowerPeakKw), ("pue", fleet.Asked.Pue)];
}
