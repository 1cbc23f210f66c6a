namespace LlmSizing;

/// <summary>One workload of a pool: its sessions, and what each takes.</summary>
public sealed class FleetLoad
{
    internal FleetLoad(ScenarioResult result, long sizeBytes)
    {
        Result = result;
        SizeBytes = sizeBytes;
    }

    /// <summary>Sessions at the same time.</summary>
    public long Concurrency => Result.Concurrency;

    /// <summary>Sessions to plan for, headroom included.</summary>
    public long SessionsWithHeadroom => Result.Capacity.SessionsWithHeadroom;

    /// <summary>Tokens of each session.</summary>
    public long EffectiveContext => Result.EffectiveContext;

    /// <summary>Bytes that a session takes where sessions are packed: of the node, or of the GPU that binds where the model is placed.</summary>
    public long SizeBytes { get; }

    /// <summary>The workload sized for itself.</summary>
    public ScenarioResult Result { get; }

    /// <summary>Sessions and context.</summary>
    public override string ToString() => $"{NumberText.Plain(SessionsWithHeadroom)} sessions of {NumberText.Plain(EffectiveContext)} tokens";
}
