namespace LlmSizing;

/// <summary>Another precision than the model's own was asked for.</summary>
public sealed class KvPrecisionOverriddenRule : AlertRule
{
    /// <summary>Creates the rule.</summary>
    public KvPrecisionOverriddenRule()
        : base(AlertSeverity.Information, "kv_precision_overridden")
    {
    }

    /// <inheritdoc/>
    public override bool Applies(ScenarioResult result) => result.Request.KvCache.Precision != result.Request.Model.DefaultKvPrecision;
}
