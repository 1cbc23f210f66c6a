namespace LlmSizing;

/// <summary>Keys and values take two bytes where the GPU has an 8-bit type.</summary>
public sealed class SixteenBitKvRule : AlertRule
{
    /// <summary>Creates the rule.</summary>
    public SixteenBitKvRule()
        : base(AlertSeverity.Warning, "kv_16bit_on_8bit_hardware")
    {
    }

    /// <inheritdoc/>
    public override bool Applies(ScenarioResult result) => result.Request.KvCache.Precision.BytesPerElement == 2
        && (result.Request.Server.Fp8Units == true || result.Request.Server.Int8Units == true);
}
