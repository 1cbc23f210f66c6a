namespace LlmSizing;

/// <summary>A count of a placed model.</summary>
public abstract class PlacedCountMetric : PlacedMetric
{
    /// <inheritdoc/>
    public sealed override object? Value(ScenarioResult result) => CountOf(result);

    /// <inheritdoc/>
    public sealed override string Display(ScenarioResult result, Texts texts) => texts.Count(CountOf(result), Unit);

    private protected abstract long CountOf(ScenarioResult result);
}
