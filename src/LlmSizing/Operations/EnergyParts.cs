using System.Collections.Generic;

namespace LlmSizing;

/// <summary>What energy is computed from: the typical draw where it is known, else the peak.</summary>
internal static class EnergyParts
{
    public static string Formula(OperatedNodes fleet) => (fleet.PowerTypicalKw is null ? "power_peak_kw" : "power_typical_kw") + (fleet.Asked.Pue is null ? "" : " × pue");

    public static IEnumerable<(string Name, decimal? Value)> Of(OperatedNodes fleet) =>
    [
        ("power_typical_kw", fleet.PowerTypicalKw),
        ("power_peak_kw", fleet.PowerTypicalKw is null ? fleet.PowerPeakKw : null),
        ("pue", fleet.Asked.Pue),
    ];
}
