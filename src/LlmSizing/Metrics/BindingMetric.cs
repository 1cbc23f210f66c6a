using System.Collections.Generic;

namespace LlmSizing;

/// <summary>Which limit asks for the most nodes: memory, throughput or slo.</summary>
public sealed class BindingMetric : LoadMetric
{
    /// <inheritdoc/>
    public override string Id => "binding";

    /// <inheritdoc/>
    public override string Unit => "limit";

    /// <inheritdoc/>
    protected override IEnumerable<string> Formula(ScenarioResult result) => ["nodes_with_headroom = max(nodes_memory, nodes_throughput, nodes_slo)"];

    /// <inheritdoc/>
    protected override IEnumerable<RationaleInput> Inputs(ScenarioResult result) => LoadText.Limits(result);

    private protected override string PartOf(ScenarioResult result) => result.Load!.Binding + ".interpretation";

    private protected override object? ValueOf(LoadAnswer load) => load.Binding;
}
