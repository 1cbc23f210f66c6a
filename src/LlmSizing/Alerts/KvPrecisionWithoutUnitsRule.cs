namespace LlmSizing;

/// <summary>The GPU has no units for the KV precision.</summary>
public sealed class KvPrecisionWithoutUnitsRule : AlertRule
{
    /// <summary>Creates the rule.</summary>
    public KvPrecisionWithoutUnitsRule()
        : base(AlertSeverity.Warning, "kv_precision_without_units")
    {
    }

    /// <inheritdoc/>
    public override bool Applies(ScenarioResult result) => result.KvPrecision switch
    {
        "fp8" or "fp8_per_token_head" or "fp8_ds_mla" => result.Request.Server.Fp8Units == false,
        "int8" or "int8_per_token_head" => result.Request.Server.Int8Units == false,
        _ => false,
    };
}
