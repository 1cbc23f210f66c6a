namespace LlmSizing;

/// <summary>One node draws more than a rack may.</summary>
public sealed class RackPowerBelowNodeRule : AlertRule
{
    /// <summary>Creates the rule.</summary>
    public RackPowerBelowNodeRule()
        : base(AlertSeverity.Warning, "rack_power_below_node")
    {
    }

    /// <inheritdoc/>
    public override bool Applies(ScenarioResult result) => Fleet.Of(result) is Fleet fleet && fleet.IsRackPowerBelowNode;
}
