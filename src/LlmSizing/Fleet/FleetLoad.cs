namespace LlmSizing;

/// <summary>One workload of a pool: its sessions, and what each takes.</summary>
public sealed class FleetLoad
{
    internal FleetLoad(ScenarioResult result, long sizeBytes)
    {
        Result = result;
        SizeBytes = sizeBytes;
    }

    /// <summary>What the operator calls the workload, or null.</summary>
    public string? Workload => Result.Workload;

    /// <summary>Sessions at the same time.</summary>
    public long Concurrency => Result.Concurrency;

    /// <summary>Sessions to plan for, headroom included.</summary>
    public long SessionsWithHeadroom => Result.Capacity.SessionsWithHeadroom;

    /// <summary>Tokens of each session.</summary>
    public long EffectiveContext => Result.EffectiveContext;

    /// <summary>Bytes that a session takes where sessions are packed: of the node, or of the GPU that binds where the model is placed.</summary>
    public long SizeBytes { get; }

    /// <summary>
    /// Attention ranks that its requests ask for at the peak, whatever their memory: those of full batches, or, where a latency is promised, the whole nodes that keep it. 0 without traffic.
    /// </summary>
    internal double RanksForRequests => Result is not { Feasible: true, Load: LoadAnswer load, Request: { Plan: NodePlan plan, Traffic: RequestTraffic traffic } } ? 0
        : traffic.Objective.IsGiven ? (load.NodesSlo ?? load.NodesThroughput) / plan.Node.NodesPerReplica * (double)plan.Node.ReplicasPerNode * plan.Node.Ranks
        : load.RanksForThroughput;

    /// <summary>The workload sized for itself.</summary>
    public ScenarioResult Result { get; }

    /// <summary>Sessions and context.</summary>
    public override string ToString() => $"{(Workload is null ? "" : Workload + ": ")}{NumberText.Plain(SessionsWithHeadroom)} sessions of {NumberText.Plain(EffectiveContext)} tokens";
}
