namespace LlmSizing;

/// <summary>Money is asked for, and what a node costs is not known.</summary>
public sealed class PriceUnknownRule : AlertRule
{
    /// <summary>Creates the rule.</summary>
    public PriceUnknownRule()
        : base(AlertSeverity.Warning, "price_unknown")
    {
    }

    /// <inheritdoc/>
    public override bool Applies(ScenarioResult result) => Fleet.Of(result) is Fleet fleet && fleet.IsPriceUnknown;
}
