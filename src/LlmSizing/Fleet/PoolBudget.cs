using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;

namespace LlmSizing;

/// <summary>The room for sessions of workloads that share replicas, and what a session of each takes of it.</summary>
/// <remarks>
/// Replicas that serve several workloads run with one set of settings: what is left for the KV cache is the least that any of the workloads leaves
/// (the longest context has the largest activations, the smallest budget ratio is the one that holds).
/// A session needs its share on every pipeline stage. Sizes are those of one stage; where another stage is tighter for a workload, its sessions count as
/// the same part of the room that they take there. A packing by these sizes fits every stage.
/// </remarks>
internal sealed class PoolBudget
{
    private PoolBudget(long bytes, IReadOnlyList<long> sizes)
    {
        Bytes = bytes;
        Sizes = sizes;
    }

    /// <summary>Bytes for sessions: of a node, or of the GPU that binds on one attention rank; 0 where nothing is left.</summary>
    public long Bytes { get; }

    /// <summary>Bytes of a session of each workload.</summary>
    public IReadOnlyList<long> Sizes { get; }

    public static PoolBudget Of(IReadOnlyList<ScenarioResult> results) => results[0].Request.Plan is NodePlan plan
        ? OfStages(results, plan)
        : new PoolBudget(results.Min(result => result.Capacity.KvBudgetBytes), [.. results.Select(result => result.KvPerSessionBytes)]);

    private static PoolBudget OfStages(IReadOnlyList<ScenarioResult> results, NodePlan first)
    {
        int[] stages = [.. Enumerable.Range(0, first.Stages.Count).Where(stage => results.Any(result => Size(result, stage) > 0))];
        Dictionary<int, long> rooms = stages.ToDictionary(stage => stage, stage => results.Min(result => Room(result, stage)));
        if (stages.Length == 0 || rooms.Values.Any(room => room == 0))
        {
            return new PoolBudget(0, [.. results.Select(result => result.Request.Plan!.Node.SessionBytes)]);
        }
        int binding = stages.OrderBy(stage => first.Stages[stage] == first.Binding ? 0 : 1).First();
        long bytes = rooms[binding];
        return new PoolBudget(bytes, [.. results.Select(result => stages.Max(stage => Scaled(Size(result, stage), bytes, rooms[stage])))]);
    }

    private static long Room(ScenarioResult result, int stage)
    {
        NodePlan plan = result.Request.Plan!;
        return CapacityPlanner.Share(plan.KvBytesOf(plan.Stages[stage]), result.Capacity.KvBudgetRatioBillionths);
    }

    private static long Size(ScenarioResult result, int stage) => result.Request.Plan!.Stages[stage].SessionBytes;

    // A session that takes more than the room of its stage may scale beyond 64 bits; it does not fit either way.
    private static long Scaled(long size, long bytes, long room) =>
        (long)BigInteger.Min((((BigInteger)size * bytes) + room - 1) / room, long.MaxValue);
}
