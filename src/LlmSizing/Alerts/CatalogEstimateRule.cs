namespace LlmSizing;

/// <summary>The answer rests on a catalog entry that is an estimate.</summary>
public sealed class CatalogEstimateRule : AlertRule
{
    /// <summary>Creates the rule.</summary>
    public CatalogEstimateRule()
        : base(AlertSeverity.Warning, "catalog_estimate")
    {
    }

    /// <inheritdoc/>
    public override bool Applies(ScenarioResult result) => result.EstimateReasons.Length > 0;
}
