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

    /// <inheritdoc/>
    public sealed override object? Value(ScenarioResult result) => Amount(FleetOf(result));

    /// <inheritdoc/>
    public sealed override string Display(ScenarioResult result, Texts texts)
    {
        Fleet fleet = FleetOf(result);
        return Amount(fleet) is decimal amount ? WithUnit(amount, result, texts)
            : fleet.Nodes is null ? texts.Get("metric.nodes.none")
            : texts.Format("metric." + Unknown(fleet), name => ResultText.Of(result, name));
    }

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
    private protected virtual bool IsAsked(Fleet fleet) => true;

    private protected abstract decimal? Amount(Fleet fleet);

    private protected abstract string Formula(Fleet fleet);

    /// <summary>The inputs in their order; what is not known is left out.</summary>
    private protected abstract IEnumerable<(string Name, decimal? Value)> Parts(Fleet fleet);

    /// <summary>The id, below <c>metric</c>, of the words for what is not known: in short, and in a sentence below <c>interpretation</c>.</summary>
    private protected virtual string Unknown(Fleet fleet) => PowerUnknown(fleet);

    private protected static string PowerUnknown(Fleet fleet) => fleet.NodeGpusKw is null ? "power_unknown" : "power_at_least";

    private protected virtual string WithUnit(decimal amount, ScenarioResult result, Texts texts) => $"{Text(amount)} {UnitOf(result)}";

    /// <summary>The number as the report shows it.</summary>
    private protected virtual string Text(decimal amount) => NumberText.Grouped(amount, 0, 3);

    private protected static Fleet FleetOf(ScenarioResult result) => Fleet.Of(result)
        ?? throw new System.InvalidOperationException("The request of this result says nothing about operations: ask AppliesTo first.");

    // Six decimals, as many as a price of a kWh or a token has, and the zeros of a product taken off.
    private static decimal Shown(decimal value) => ResultText.Trimmed(decimal.Round(value, 6));
}
