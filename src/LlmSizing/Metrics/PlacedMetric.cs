namespace LlmSizing;

/// <summary>A number that only a placed model has.</summary>
public abstract class PlacedMetric : Metric
{
    /// <inheritdoc/>
    public sealed override bool AppliesTo(ScenarioResult result) => result.Request.Plan is not null;

    /// <summary>The placement of a result.</summary>
    /// <exception cref="System.InvalidOperationException">The result's model is not placed.</exception>
    protected static NodePlan PlanOf(ScenarioResult result) => result.Request.Plan
        ?? throw new System.InvalidOperationException("The model of this result is not placed: ask AppliesTo first.");

    /// <summary>GiB of bytes with four decimals, as the rationale lists them.</summary>
    protected static RationaleInput Gib(string name, long bytes) => new(name, NumberText.Rounded(new Rational(bytes, ByteUnits.GiB), 4));
}
