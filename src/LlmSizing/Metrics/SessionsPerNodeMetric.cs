using System.Collections.Generic;

namespace LlmSizing;

/// <summary>Sessions that fit the node's KV budget.</summary>
public sealed class SessionsPerNodeMetric : Metric
{
    /// <inheritdoc/>
    public override string Id => "sessions_per_node";

    /// <inheritdoc/>
    public override string Unit => "sessions";

    /// <inheritdoc/>
    public override MetricPreference Preference => MetricPreference.More;

    /// <inheritdoc/>
    public override object? Value(ScenarioResult result) => result.SessionsPerNode;

    /// <inheritdoc/>
    public override string Display(ScenarioResult result, Texts texts) => texts.Count(result.SessionsPerNode, Unit);

    /// <inheritdoc/>
    protected override IEnumerable<string> Formula(ScenarioResult result) => [
        result.Request.Plan switch
        {
            null => "sessions_per_node = floor(kv_budget_gib / kv_per_session_gib)",
            { Layout.IsSpread: true } => "sessions_per_node = floor(sessions_per_replica / nodes_per_replica)",
            _ => "sessions_per_node = sessions_per_replica × replicas_per_node",
        },
    ];

    /// <inheritdoc/>
    protected override IEnumerable<RationaleInput> Inputs(ScenarioResult result) => result.Request.Plan is NodePlan plan
        ? [
            new("sessions_per_replica", result.Capacity.SessionsPerReplica),
            plan.Layout.IsSpread ? new("nodes_per_replica", plan.Layout.NodesPerReplica) : new("replicas_per_node", plan.Layout.ReplicasPerNode),
        ]
        : [
        new("kv_budget_gib", NumberText.Rounded(result.ExactKvBudgetGib, 2)),
        new("kv_per_session_gib", ResultText.KvPerSession(result)),
    ];

    /// <inheritdoc/>
    protected override string Interpret(ScenarioResult result, Texts texts) =>
        Sentence(result, texts, !result.Capacity.IsSessionHeld ? "infeasible" : result.Request.Plan is null ? "interpretation" : "placed");
}
