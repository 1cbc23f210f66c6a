using System.Collections.Generic;

namespace LlmSizing;

/// <summary>Share of the requests per second of full batches that the peak takes, spares lost.</summary>
public sealed class UtilizationRatioMetric : LoadMetric
{
    /// <inheritdoc/>
    public override string Id => "utilization_ratio";

    /// <inheritdoc/>
    public override string Unit => "ratio";

    /// <inheritdoc/>
    protected override IEnumerable<string> Formula(ScenarioResult result) =>
        ["utilization_ratio = peak_requests_per_second / (ranks × batch_requests_per_second)"];

    /// <inheritdoc/>
    protected override IEnumerable<RationaleInput> Inputs(ScenarioResult result) =>
    [
        LoadText.Input("peak_requests_per_second", result.Load?.Peak?.RequestsPerSecond),
        new("batch", result.Load?.PlacesPerRank ?? 0),
        LoadText.Input("batch_requests_per_second", result.Load is LoadAnswer load ? result.Request.Curve!.Rate(load.PlacesPerRank) : null),
    ];

    private protected override object? ValueOf(LoadAnswer load) => load.Peak?.UtilizationRatio;
}
