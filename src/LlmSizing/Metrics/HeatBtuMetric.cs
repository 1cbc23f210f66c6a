using System.Collections.Generic;

namespace LlmSizing;

/// <summary>Heat that the nodes give off at their peak, in the unit of air conditioning.</summary>
public sealed class HeatBtuMetric : FleetMetric
{
    /// <inheritdoc/>
    public override string Id => "heat_btu_h";

    /// <inheritdoc/>
    public override string Unit => "BTU/h";

    private protected override string Text(decimal amount) => NumberText.Grouped(amount, 0, 0);

    private protected override decimal? Amount(OperatedNodes fleet) => fleet.HeatBtuH;

    private protected override string Formula(OperatedNodes fleet) => "heat_btu_h = power_peak_kw × 1000 × 3.412142";

    private protected override IEnumerable<(string Name, decimal? Value)> Parts(OperatedNodes fleet) => [("power_peak_kw", fleet.PowerPeakKw)];
}
