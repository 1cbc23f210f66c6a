using System.Collections.Generic;

namespace LlmSizing;

/// <summary>Nodes that keep the promised latency at the peak.</summary>
public sealed class NodesSloMetric : LoadNodesMetric
{
    /// <inheritdoc/>
    public override string Id => "nodes_slo";

    /// <inheritdoc/>
    public override bool AppliesTo(ScenarioResult result) => result.Request.Traffic is { Objective.IsGiven: true };

    /// <inheritdoc/>
    protected override IEnumerable<string> Formula(ScenarioResult result) =>
    [
        "nodes_slo: P(ttft > ttft_slo_ms) ≤ 1 - slo_percentile and tpot at the slo_percentile of the batch ≤ tpot_slo_ms",
        "batch: birth-death with rates n / (ttft(n) + (output_tokens - 1) × tpot(n)); waiting: Allen-Cunneen",
    ];

    /// <inheritdoc/>
    protected override IEnumerable<RationaleInput> Inputs(ScenarioResult result)
    {
        ServiceObjective objective = result.Request.Traffic!.Objective;
        return
        [
            new("ttft_slo_ms", Bound(objective.TtftMs)),
            new("tpot_slo_ms", Bound(objective.TpotMs)),
            new("slo_percentile", objective.Percentile),
            LoadText.Input("best_ttft_ms", result.Load?.BestTtftMs),
            LoadText.Input("best_tpot_ms", result.Load?.BestTpotMs),
        ];
    }

    private protected override long? NodesOf(LoadAnswer load) => load.NodesSlo;
}
