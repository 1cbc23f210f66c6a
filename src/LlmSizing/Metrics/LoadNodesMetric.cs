namespace LlmSizing;

/// <summary>Nodes that one limit of a load asks for, at the peak.</summary>
public abstract class LoadNodesMetric : NodeMetric
{
    /// <inheritdoc/>
    public override bool AppliesTo(ScenarioResult result) => result.Request.Traffic is not null;

    /// <inheritdoc/>
    protected sealed override long? Nodes(ScenarioResult result) => result is { Feasible: true, Load: LoadAnswer load } ? NodesOf(load) : null;

    private protected abstract long? NodesOf(LoadAnswer load);

    /// <summary>What is promised, as a bound lists it: a number of ms, or none.</summary>
    private protected static object Bound(decimal? ms) => ms is decimal given ? given : "none";
}
