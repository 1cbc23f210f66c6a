using System.Collections.Generic;

namespace LlmSizing;

/// <summary>Nodes for the load and its headroom.</summary>
public sealed class NodesWithHeadroomMetric : NodeMetric
{
    /// <inheritdoc/>
    public override string Id => "nodes_with_headroom";

    /// <inheritdoc/>
    protected override long? Nodes(ScenarioResult result) => result.NodesWithHeadroom;

    /// <inheritdoc/>
    protected override IEnumerable<string> Formula(ScenarioResult result) => result.Request.Traffic is null
        ? [UnitFormula(result, "nodes_with_headroom = ceil(concurrency × (1 + peak_headroom_ratio) / sessions_per_node)")]
        : ["nodes_with_headroom = max(nodes_memory, nodes_throughput, nodes_slo)"];

    /// <inheritdoc/>
    protected override IEnumerable<RationaleInput> Inputs(ScenarioResult result)
    {
        long headroom = result.Capacity.PeakHeadroomBillionths;
        Rational load = Rational.Whole(result.Concurrency) * Rational.FromBillionths(Billionths.One + headroom);
        return
        [
            new("concurrency", result.Concurrency),
            new("peak_headroom_ratio", ResultText.Ratio(headroom)),
            new("concurrency_with_headroom", NumberText.Rounded(load, Billionths.Places)),
            .. UnitInputs(result),
            .. LoadText.Limits(result),
        ];
    }

    /// <inheritdoc/>
    protected override string InterpretFeasible(ScenarioResult result, Texts texts) => Sentence(result, texts, result.Request.Traffic is null ? "interpretation" : "load");
}
