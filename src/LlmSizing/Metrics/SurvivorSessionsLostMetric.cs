using System.Collections.Generic;

namespace LlmSizing;

/// <summary>Sessions of the peak that find no room, or whose requests are not finished as fast as they come, when nodes have failed.</summary>
public sealed class SurvivorSessionsLostMetric : LoadMetric
{
    /// <inheritdoc/>
    public override string Id => "survivor_sessions_lost";

    /// <inheritdoc/>
    public override string Unit => "sessions";

    /// <inheritdoc/>
    protected override IEnumerable<string> Formula(ScenarioResult result) =>
        ["survivor_sessions_lost = sessions_with_headroom - min(survivors × sessions_per_node, sessions whose requests the survivors finish)"];

    /// <inheritdoc/>
    protected override IEnumerable<RationaleInput> Inputs(ScenarioResult result) =>
    [
        new("sessions_with_headroom", result.Capacity.SessionsWithHeadroom),
        new("nodes_lost", result.Load?.NodesLost ?? 0),
        new("survivor_nodes", result.Load?.Survivors?.Nodes ?? 0),
        new("sessions_per_node", result.SessionsPerNode),
    ];

    private protected override string PartOf(ScenarioResult result) => result.Load!.Survivors!.Holds ? "interpretation" : "lost";

    private protected override object? ValueOf(LoadAnswer load) => load.Survivors?.SessionsLost;
}
