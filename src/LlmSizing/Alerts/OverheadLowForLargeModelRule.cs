namespace LlmSizing;

/// <summary>A model of over 100 B parameters in less than 50 GiB of overhead.</summary>
public sealed class OverheadLowForLargeModelRule : AlertRule
{
    /// <summary>Creates the rule.</summary>
    public OverheadLowForLargeModelRule()
        : base(AlertSeverity.Warning, "overhead_low_for_large_model")
    {
    }

    /// <inheritdoc/>
    public override bool Applies(ScenarioResult result) => result.Request.Plan is null && result.Request.Model.TotalParamsB > 100m && result.RuntimeOverheadGib < 50m;
}
