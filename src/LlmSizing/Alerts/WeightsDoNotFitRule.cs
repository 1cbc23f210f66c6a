namespace LlmSizing;

/// <summary>Weights and what the engine takes leave no memory on a GPU.</summary>
public sealed class WeightsDoNotFitRule : AlertRule
{
    /// <summary>Creates the rule.</summary>
    public WeightsDoNotFitRule()
        : base(AlertSeverity.Critical, "weights_do_not_fit")
    {
    }

    /// <inheritdoc/>
    public override bool Applies(ScenarioResult result) => result.Request.Plan is { DoWeightsFit: false };
}
