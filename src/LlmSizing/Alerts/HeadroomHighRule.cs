namespace LlmSizing;

/// <summary>More than half of the load again was asked for as headroom.</summary>
public sealed class HeadroomHighRule : AlertRule
{
    /// <summary>Creates the rule.</summary>
    public HeadroomHighRule()
        : base(AlertSeverity.Warning, "headroom_high")
    {
    }

    /// <inheritdoc/>
    public override bool Applies(ScenarioResult result) => result.Request.Requirements.PeakHeadroomRatio > 0.50m && result.PeakHeadroomRatio > 0.50m;
}
