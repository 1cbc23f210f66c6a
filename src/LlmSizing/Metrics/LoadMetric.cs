using System;

namespace LlmSizing;

/// <summary>A number that only a result with traffic has; absent where the load cannot be met.</summary>
public abstract class LoadMetric : Metric
{
    /// <inheritdoc/>
    public override bool AppliesTo(ScenarioResult result) => result.Request.Traffic is not null;

    /// <inheritdoc/>
    public sealed override object? Value(ScenarioResult result) => result is { Feasible: true, Load: LoadAnswer load } ? ValueOf(load) : null;

    /// <inheritdoc/>
    public override string Display(ScenarioResult result, Texts texts) => Value(result) switch
    {
        double number => NumberText.AsWritten(LoadText.Rounded(number)) + (Unit == "ratio" ? "" : " " + Unit),
        long count => texts.Count(count, Unit),
        string name => texts.Get($"metric.{Id}.{name}"),
        _ => texts.Get(result.Feasible ? "metric.load.overloaded" : "metric.nodes.none"),
    };

    /// <inheritdoc/>
    protected sealed override string Interpret(ScenarioResult result, Texts texts) => result.Feasible
        ? Sentence(result, texts, PartOf(result))
        : texts.Format(NodeMetric.InfeasibleId(result), name => ResultText.Of(result, name));

    /// <summary>The sentence that explains the number.</summary>
    private protected virtual string PartOf(ScenarioResult result) => "interpretation";

    private protected abstract object? ValueOf(LoadAnswer load);

    /// <summary>The traffic of a result.</summary>
    private protected static RequestTraffic TrafficOf(ScenarioResult result) => result.Request.Traffic
        ?? throw new InvalidOperationException("The result has no traffic: ask AppliesTo first.");
}
