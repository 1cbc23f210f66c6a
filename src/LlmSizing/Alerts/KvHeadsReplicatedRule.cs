namespace LlmSizing;

/// <summary>GPUs keep the same keys and values, as there are fewer heads than GPUs.</summary>
public sealed class KvHeadsReplicatedRule : AlertRule
{
    /// <summary>Creates the rule.</summary>
    public KvHeadsReplicatedRule()
        : base(AlertSeverity.Warning, "kv_heads_replicated")
    {
    }

    /// <inheritdoc/>
    public override bool Applies(ScenarioResult result) => result.Request.Plan is { ReplicatedSessionBytes: > 0 };
}
