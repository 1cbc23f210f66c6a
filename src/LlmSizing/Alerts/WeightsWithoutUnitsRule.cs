namespace LlmSizing;

/// <summary>The GPU has no units for the number type of the weights.</summary>
public sealed class WeightsWithoutUnitsRule : AlertRule
{
    /// <summary>Creates the rule.</summary>
    public WeightsWithoutUnitsRule()
        : base(AlertSeverity.Warning, "weights_without_units")
    {
    }

    /// <inheritdoc/>
    public override bool Applies(ScenarioResult result) => result.Request.Plan is NodePlan plan && PlanText.FormatWithoutUnits(plan) is not null;
}
