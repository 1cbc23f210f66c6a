using System.Collections.Generic;

namespace LlmSizing;

/// <summary>Time to first token at the percentile at the peak, when nodes have failed; absent where the survivors are overloaded.</summary>
public sealed class SurvivorTtftMetric : LoadMetric
{
    /// <inheritdoc/>
    public override string Id => "survivor_ttft_ms";

    /// <inheritdoc/>
    public override string Unit => "ms";

    /// <inheritdoc/>
    protected override IEnumerable<string> Formula(ScenarioResult result) =>
        ["survivor_ttft_ms = peak_ttft_ms of nodes_final - nodes_lost nodes"];

    /// <inheritdoc/>
    protected override IEnumerable<RationaleInput> Inputs(ScenarioResult result) =>
    [
        new("nodes_lost", result.Load?.NodesLost ?? 0),
        new("survivor_nodes", result.Load?.Survivors?.Nodes ?? 0),
        new("slo_percentile", TrafficOf(result).Objective.Percentile),
        LoadText.Input("peak_ttft_ms", result.Load?.Peak?.TtftMs),
    ];

    private protected override string PartOf(ScenarioResult result) => result.Load!.Survivors!.TtftMs is null ? "overloaded" : "interpretation";

    private protected override object? ValueOf(LoadAnswer load) => load.Survivors?.TtftMs;
}
