using System.Collections.Generic;

namespace LlmSizing;

/// <summary>Time per output token after the first at the percentile, at the peak on the nodes that carry it, spares lost.</summary>
public sealed class PeakTpotMetric : LoadMetric
{
    /// <inheritdoc/>
    public override string Id => "peak_tpot_ms";

    /// <inheritdoc/>
    public override string Unit => "ms";

    /// <inheritdoc/>
    protected override IEnumerable<string> Formula(ScenarioResult result) =>
        ["peak_tpot_ms = tpot(n + 1), n: the slo_percentile of the requests that an arriving one finds"];

    /// <inheritdoc/>
    protected override IEnumerable<RationaleInput> Inputs(ScenarioResult result) =>
    [
        new("slo_percentile", TrafficOf(result).Objective.Percentile),
        LoadText.Input("best_tpot_ms", result.Load?.BestTpotMs),
        LoadText.Input("requests_in_flight", result.Load?.Peak?.RequestsInFlight),
    ];

    private protected override object? ValueOf(LoadAnswer load) => load.Peak?.TpotMs;
}
