using System.Collections.Generic;

namespace LlmSizing;

/// <summary>Share of the time that nodes enough for the peak are up, each failing on its own.</summary>
public sealed class ServiceAvailabilityMetric : LoadMetric
{
    /// <inheritdoc/>
    public override string Id => "service_availability";

    /// <inheritdoc/>
    public override string Unit => "ratio";

    /// <inheritdoc/>
    public override bool AppliesTo(ScenarioResult result) => result.Request.Traffic is { NodeAvailability: not null };

    /// <inheritdoc/>
    protected override IEnumerable<string> Formula(ScenarioResult result) =>
        ["service_availability = Σ_j C(units, j) × (1 - a)^j × a^(units - j), j = 0 … spare units; a = node_availability^nodes_per_replica"];

    /// <inheritdoc/>
    protected override IEnumerable<RationaleInput> Inputs(ScenarioResult result) =>
    [
        new("node_availability", TrafficOf(result).NodeAvailability ?? 0),
        new("nodes_final", result.NodesFinal ?? 0),
        new("nodes_with_headroom", result.NodesWithHeadroom ?? 0),
        new("nodes_per_replica", result.Request.Plan!.Layout.NodesPerReplica),
    ];

    private protected override object? ValueOf(LoadAnswer load) => load.ServiceAvailabilityRatio;
}
