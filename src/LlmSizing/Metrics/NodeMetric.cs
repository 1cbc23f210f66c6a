using System.Collections.Generic;

namespace LlmSizing;

/// <summary>A number of nodes: absent, and explained as such, when not one session fits a node.</summary>
public abstract class NodeMetric : Metric
{
    /// <inheritdoc/>
    public sealed override string Unit => "nodes";

    /// <inheritdoc/>
    public override MetricPreference Preference => MetricPreference.Less;

    /// <inheritdoc/>
    public sealed override object? Value(ScenarioResult result) => Nodes(result);

    /// <inheritdoc/>
    public sealed override string Display(ScenarioResult result, Texts texts) =>
        Nodes(result) is long nodes ? texts.Count(nodes, Unit) : texts.Get("metric.nodes.none");

    /// <inheritdoc/>
    protected sealed override string Interpret(ScenarioResult result, Texts texts) => result.Feasible
        ? InterpretFeasible(result, texts)
        : texts.Format(InfeasibleId(result), name => ResultText.Of(result, name));

    /// <summary>The sentence that says why no number of nodes does.</summary>
    internal static string InfeasibleId(ScenarioResult result) => result.Capacity.IsSessionHeld ? "metric.nodes.slo_unreachable" : "metric.nodes.infeasible";

    /// <summary>The formula; where a replica needs several nodes, nodes are counted in those of a replica.</summary>
    private protected static string UnitFormula(ScenarioResult result, string formula) => result.Request.Plan is { Layout.IsSpread: true }
        ? formula.Replace("sessions_per_node", "sessions_per_replica") + " × nodes_per_replica"
        : formula;

    /// <summary>The sessions of a node, or of a replica that needs several.</summary>
    private protected static IEnumerable<RationaleInput> UnitInputs(ScenarioResult result) => result.Request.Plan is { Layout.IsSpread: true } plan
        ? [new("sessions_per_replica", result.Capacity.SessionsPerReplica), new("nodes_per_replica", plan.Layout.NodesPerReplica)]
        : [new("sessions_per_node", result.SessionsPerNode)];

    /// <summary>The number of nodes, or null when infeasible.</summary>
    protected abstract long? Nodes(ScenarioResult result);

    /// <summary>What the number means.</summary>
    protected virtual string InterpretFeasible(ScenarioResult result, Texts texts) => Sentence(result, texts, "interpretation");
}
