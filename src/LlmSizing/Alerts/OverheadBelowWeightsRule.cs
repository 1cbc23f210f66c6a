namespace LlmSizing;

/// <summary>The overhead does not even hold the model's weights, where their size is known.</summary>
public sealed class OverheadBelowWeightsRule : AlertRule
{
    /// <summary>Creates the rule.</summary>
    public OverheadBelowWeightsRule()
        : base(AlertSeverity.Critical, "overhead_below_weights")
    {
    }

    /// <inheritdoc/>
    public override bool Applies(ScenarioResult result) => result.Request.Plan is NodePlan plan
        ? plan.IsOverheadAsked && plan.OverheadPerGpuBytes < 0
        : result.Request.Model.WeightsBillionths > result.Capacity.RuntimeOverheadBillionths;
}
