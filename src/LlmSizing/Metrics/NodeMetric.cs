namespace LlmSizing;

/// <summary>A number of nodes: absent, and explained as such, when not one session fits a node.</summary>
public abstract class NodeMetric : Metric
{
    /// <inheritdoc/>
    public sealed override string Unit => "nodes";

    /// <inheritdoc/>
    public sealed override object? Value(ScenarioResult result) => Nodes(result);

    /// <inheritdoc/>
    public sealed override string Display(ScenarioResult result, Texts texts) =>
        Nodes(result) is long nodes ? texts.Count(nodes, Unit) : texts.Get("metric.nodes.none");

    /// <inheritdoc/>
    protected sealed override string Interpret(ScenarioResult result, Texts texts) => result.Feasible
        ? InterpretFeasible(result, texts)
        : texts.Format("metric.nodes.infeasible", name => ResultText.Of(result, name));

    /// <summary>The number of nodes, or null when infeasible.</summary>
    protected abstract long? Nodes(ScenarioResult result);

    /// <summary>What the number means.</summary>
    protected virtual string InterpretFeasible(ScenarioResult result, Texts texts) => Sentence(result, texts, "interpretation");
}
