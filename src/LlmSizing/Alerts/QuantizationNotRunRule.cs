namespace LlmSizing;

/// <summary>The engine does not run weights that are stored so.</summary>
public sealed class QuantizationNotRunRule : AlertRule
{
    /// <summary>Creates the rule.</summary>
    public QuantizationNotRunRule()
        : base(AlertSeverity.Critical, "quantization_not_run")
    {
    }

    /// <inheritdoc/>
    public override bool Applies(ScenarioResult result) => result.Request.Plan is NodePlan plan && !plan.Deployment.Quantization.IsRunBy(plan.Deployment.Engine.Name);
}
