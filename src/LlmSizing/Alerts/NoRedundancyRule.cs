namespace LlmSizing;

/// <summary>No spare node and no headroom.</summary>
public sealed class NoRedundancyRule : AlertRule
{
    /// <summary>Creates the rule.</summary>
    public NoRedundancyRule()
        : base(AlertSeverity.Information, "no_redundancy")
    {
    }

    /// <inheritdoc/>
    public override bool Applies(ScenarioResult result) => result.ScenarioDefinition.HaMode.ExtraNodes == 0 && result.PeakHeadroomRatio == 0m;
}
