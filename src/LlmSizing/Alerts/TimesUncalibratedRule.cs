namespace LlmSizing;

/// <summary>Nothing measured says what the engine reaches on this GPU: the times are those of the datasheet.</summary>
public sealed class TimesUncalibratedRule : AlertRule
{
    /// <summary>Creates the rule.</summary>
    public TimesUncalibratedRule()
        : base(AlertSeverity.Warning, "times_uncalibrated")
    {
    }

    /// <inheritdoc/>
    public override bool Applies(ScenarioResult result) => result.Request is { Traffic: not null, Tuning: null or { Confidence: TuningChoice.Datasheet } };
}
