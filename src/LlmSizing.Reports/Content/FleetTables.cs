using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>The pools and the workloads of a fleet as rows.</summary>
internal static class FleetTables
{
    public static IReadOnlyList<TextColumn> PoolColumns(Texts texts) =>
    [
        new(texts.Get("report.column.model")), new(texts.Get("report.column.kv_precision")), new(texts.Get("report.column.placement")), new(texts.Get("report.fleet.workloads"), true),
        new(texts.Get("report.fleet.planned_sessions"), true), new(texts.Get("report.fleet.replicas"), true), new(texts.Get("report.fleet.gpus_per_replica"), true), new(texts.Get("report.fleet.nodes_alone"), true),
    ];

    public static IEnumerable<string[]> Pools(FleetResult fleet, Texts texts) => fleet.Pools.Select(pool => new[]
    {
        pool.Model, pool.KvPrecision, pool.Placement ?? Nothing, NumberText.Grouped(pool.Workloads), NumberText.Grouped(pool.SessionsWithHeadroom),
        Comparison.Nodes(pool.Replicas, texts), NumberText.Grouped(pool.GpusPerReplica), Comparison.Nodes(pool.NodesAlone, texts),
    });

    public static IReadOnlyList<TextColumn> WorkloadColumns(Texts texts) =>
    [
        new(texts.Get("report.label.workload")), new(texts.Get("report.column.model")), new(texts.Get("report.column.concurrency"), true), new(texts.Get("report.fleet.planned_sessions"), true),
        new(texts.Get("report.column.context"), true), new(texts.Get("report.fleet.nodes_alone"), true), new(texts.Get("report.column.traffic")),
    ];

    public static IEnumerable<string[]> Workloads(FleetResult fleet, Texts texts) => fleet.Pools.SelectMany(pool => pool.Loads).Select(load => new[]
    {
        Name(load), load.Result.Model, NumberText.Grouped(load.Concurrency), NumberText.Grouped(load.SessionsWithHeadroom), NumberText.Grouped(load.EffectiveContext),
        Comparison.Nodes(load.Result.NodesFinal, texts), load.Result.Request.Traffic?.ToString() ?? Nothing,
    });

    /// <summary>What the operator calls the workload, else its model.</summary>
    public static string Name(FleetLoad load) => load.Workload ?? load.Result.Model;

    private const string Nothing = "-";
}
