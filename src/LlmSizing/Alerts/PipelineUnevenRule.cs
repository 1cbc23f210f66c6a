namespace LlmSizing;

/// <summary>The stages of the pipeline have different numbers of layers: the longest binds.</summary>
public sealed class PipelineUnevenRule : AlertRule
{
    /// <summary>Creates the rule.</summary>
    public PipelineUnevenRule()
        : base(AlertSeverity.Warning, "pipeline_uneven")
    {
    }

    /// <inheritdoc/>
    public override bool Applies(ScenarioResult result) => result.Request.Plan is { UnevenLayers: > 0 };
}
