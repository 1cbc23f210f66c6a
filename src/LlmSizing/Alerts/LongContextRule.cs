namespace LlmSizing;

/// <summary>At 128,000 tokens and more, prefill time and storage reads matter.</summary>
public sealed class LongContextRule : AlertRule
{
    /// <summary>Creates the rule.</summary>
    public LongContextRule()
        : base(AlertSeverity.Warning, "long_context")
    {
    }

    /// <inheritdoc/>
    public override bool Applies(ScenarioResult result) => result.EffectiveContext >= 128_000;
}
