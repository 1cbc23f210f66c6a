using System.Collections.Generic;

namespace LlmSizing;

/// <summary>One number of a result: how it is named, shown and explained.</summary>
public abstract class Metric
{
    /// <summary>The stable name in snake_case.</summary>
    public abstract string Id { get; }

    /// <summary>GiB, sessions, nodes, gpus or replicas; kW and the like for the operation of the nodes.</summary>
    public abstract string Unit { get; }

    /// <summary>Whether more or less is better, for those who choose between results.</summary>
    public virtual MetricPreference Preference => MetricPreference.None;

    /// <summary>The unit of a result: that of money has the currency of the request.</summary>
    public virtual string UnitOf(ScenarioResult result) => Unit;

    /// <summary>
    /// The number: a <see cref="double"/> for GiB, a <see cref="long"/> for counts, a <see cref="decimal"/> for power and money;
    /// null where the request cannot be met, or where something that it needs is not known.
    /// </summary>
    public abstract object? Value(ScenarioResult result);

    /// <summary>Whether a result has the metric: some are of a placed model alone.</summary>
    public virtual bool AppliesTo(ScenarioResult result) => true;

    /// <summary>The exact number of bytes of a GiB metric; null for a count.</summary>
    public virtual long? Bytes(ScenarioResult result) => null;

    /// <summary>The number as the report shows it, with its unit.</summary>
    public abstract string Display(ScenarioResult result, Texts texts);

    /// <summary>The formula, its inputs and what the number means.</summary>
    public Rationale Explain(ScenarioResult result, Texts texts) => new(Formula(result), Inputs(result), Interpret(result, texts));

    /// <summary>The whole metric as one flat object.</summary>
    public MetricResult Describe(ScenarioResult result, Texts texts) => new(
        result.Model, result.Server, result.Scenario, Id, Value(result), Bytes(result), UnitOf(result), Display(result, texts), Explain(result, texts));

    /// <summary>The lines of the formula.</summary>
    protected abstract IEnumerable<string> Formula(ScenarioResult result);

    /// <summary>The inputs in their order.</summary>
    protected abstract IEnumerable<RationaleInput> Inputs(ScenarioResult result);

    /// <summary>What the number means.</summary>
    protected virtual string Interpret(ScenarioResult result, Texts texts) => Sentence(result, texts, "interpretation");

    /// <summary>A sentence of this metric with the numbers of the result.</summary>
    protected string Sentence(ScenarioResult result, Texts texts, string part) =>
        texts.Format($"metric.{Id}.{part}", name => ResultText.Of(result, name));
}
