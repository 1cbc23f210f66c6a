namespace LlmSizing;

/// <summary>Operations are asked for, and what the node draws is not known.</summary>
public sealed class PowerUnknownRule : AlertRule
{
    /// <summary>Creates the rule.</summary>
    public PowerUnknownRule()
        : base(AlertSeverity.Warning, "power_unknown")
    {
    }

    /// <inheritdoc/>
    public override bool Applies(ScenarioResult result) => Fleet.Of(result) is Fleet fleet && fleet.NodePeakKw is null;
}
