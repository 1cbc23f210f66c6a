using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>A number of the operation of the nodes: power, space, money. Only a request that says something about operations has it.</summary>
public abstract class FleetMetric : Metric
{
    /// <inheritdoc/>
    public sealed override MetricPreference Preference => MetricPreference.Less;

    /// <inheritdoc/>
    public sealed override bool AppliesTo(ScenarioResult result) => Fleet.Of(result) is Fleet fleet && IsAsked(fleet);

    /// <summary>Whether nodes have the number: whether the operator asked for it.</summary>
    public bool AppliesTo(OperatedNodes nodes) => IsAsked(nodes);

    /// <inheritdoc/>
    public sealed override object? Value(ScenarioResult result) => Amount(FleetOf(result));

    /// <summary>The number of some nodes; null where something that it needs is not known.</summary>
    public decimal? Value(OperatedNodes nodes) => Amount(nodes);

    /// <inheritdoc/>
    public sealed override string UnitOf(ScenarioResult result) => UnitOf(FleetOf(result));

    /// <summary>The unit of some nodes: that of money has the currency of the operator.</summary>
    public virtual string UnitOf(OperatedNodes nodes) => Unit;

    /// <inheritdoc/>
    public sealed override string Display(ScenarioResult result, Texts texts) => Display(FleetOf(result), texts);

    /// <summary>The number of some nodes as the report shows it, or the word for what is not known.</summary>
    public string Display(OperatedNodes nodes, Texts texts) => Amount(nodes) is decimal amount ? WithUnit(amount, nodes, texts)
        : nodes.Nodes is null ? texts.Get("metric.nodes.none")
        : texts.Format("metric." + Unknown(nodes), name => OperationsText.Find(nodes, name) ?? throw new System.ArgumentException($"No text is known for '{name}'.", nameof(nodes)));

    /// <inheritdoc/>
    protected sealed override IEnumerable<string> Formula(ScenarioResult result) => [Formula(FleetOf(result))];

    /// <inheritdoc/>
    protected sealed override IEnumerable<RationaleInput> Inputs(ScenarioResult result)
    {
        Fleet fleet = FleetOf(result);
        return Parts(fleet).Where(part => part.Value is not null).Select(part => new RationaleInput(part.Name, Shown(part.Value!.Value)));
    }

    /// <inheritdoc/>
    protected sealed override string Interpret(ScenarioResult result, Texts texts)
    {
        Fleet fleet = FleetOf(result);
        return Amount(fleet) is not null ? Interpret(fleet, texts)
            : fleet.Nodes is null ? texts.Format("metric.nodes.infeasible", name => ResultText.Of(result, name))
            : texts.Format($"metric.{Unknown(fleet)}.interpretation", name => ResultText.Of(result, name));
    }

    /// <summary>What a known number means.</summary>
    private protected virtual string Interpret(Fleet fleet, Texts texts) => Sentence(fleet.Result, texts, "interpretation");

    /// <summary>Whether the request asks for it.</summary>
    private protected virtual bool IsAsked(OperatedNodes fleet) => true;

    private protected abstract decimal? Amount(OperatedNodes fleet);

    private protected abstract string Formula(OperatedNodes fleet);

    /// <summary>The inputs in their order; what is not known is left out.</summary>
    private protected abstract IEnumerable<(string Name, decimal? Value)> Parts(OperatedNodes fleet);

    /// <summary>The id, below <c>metric</c>, of the words for what is not known: in short, and in a sentence below <c>interpretation</c>.</summary>
    private protected virtual string Unknown(OperatedNodes fleet) => PowerUnknown(fleet);

    private protected static string PowerUnknown(OperatedNodes fleet) => fleet.NodeGpusKw is null ? "power_unknown" : "power_at_least";

    private protected virtual string WithUnit(decimal amount, OperatedNodes fleet, Texts texts) => $"{Text(amount)} {UnitOf(fleet)}";

    /// <summary>The number as the report shows it.</summary>
    private protected virtual string Text(decimal amount) => NumberText.Grouped(amount, 0, 3);

    private protected static Fleet FleetOf(ScenarioResult result) => Fleet.Of(result)
        ?? throw new System.InvalidOperationException("The request of this result says nothing about operations: ask AppliesTo first.");

    // Six decimals, as many as a price of a kWh or a token has, and the zeros of a product taken off.
    private static decimal Shown(decimal value) => ResultText.Trimmed(decimal.Round(value, 6));
}
