using System.Collections.Generic;

namespace LlmSizing;

/// <summary>Time to first token at the percentile, at the peak on the nodes that carry it, spares lost.</summary>
public sealed class PeakTtftMetric : LoadMetric
{
    /// <inheritdoc/>
    public override string Id => "peak_ttft_ms";

    /// <inheritdoc/>
    public override string Unit => "ms";

    /// <inheritdoc/>
    protected override IEnumerable<string> Formula(ScenarioResult result) =>
        ["peak_ttft_ms = the t with P(ttft > t) = 1 - slo_percentile; ttft = prompt(n) + wait for prompts in front + wait for a place"];

    /// <inheritdoc/>
    protected override IEnumerable<RationaleInput> Inputs(ScenarioResult result) =>
    [
        new("slo_percentile", TrafficOf(result).Objective.Percentile),
        LoadText.Input("best_ttft_ms", result.Load?.BestTtftMs),
        LoadText.Input("utilization_ratio", result.Load?.Peak?.UtilizationRatio),
    ];

    private protected override object? ValueOf(LoadAnswer load) => load.Peak?.TtftMs;
}
