using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>The nodes that several workloads need together in one scenario on servers of one kind.</summary>
public sealed class FleetResult : ReportableResult
{
    private readonly Scenario scenario;
    private readonly Texts texts;

    /// <summary>Plans the fleet.</summary>
    /// <param name="results">The workloads, each sized for itself: one scenario, one server, at least one.</param>
    /// <param name="texts">The language of what is described.</param>
    private FleetResult(IReadOnlyList<ScenarioResult> results, Texts texts)
    {
        this.texts = texts;
        scenario = results[0].ScenarioDefinition;
        Results = new ReadableList<ScenarioResult>(results);
        Pools = new ReadableList<FleetPool>(results.GroupBy(FleetKey.OfPool).Select(group => new FleetPool([.. group], texts)));
        Feasible = Pools.All(pool => pool.Feasible);
        Operations? asked = FleetOperations.Of(results);
        FleetPool[] sharing = [.. Pools.Where(pool => pool.MayShareNodes)];
        OwnPools = Pools.Count - sharing.Length;
        SharedPools = sharing.Length;
        if (Feasible)
        {
            SharedNodes = Pack(sharing, results[0].Request.Server.Gpus);
            OwnNodes = Pools.Where(pool => !pool.MayShareNodes).Sum(pool => pool.NodesAlone ?? 0);
            // A failed node takes its whole replica along; the spare of shared nodes is an empty one, on which whatever a failed node held starts again.
            Spares = scenario.HaMode.ExtraNodes * (Pools.Where(pool => !pool.MayShareNodes).Sum(pool => pool.NodesPerReplica) + (SharedPools > 0 ? 1 : 0));
        }
        Operation = asked is null ? null : new OperatedNodes(results[0].Request.Server, asked, NodesFinal);
    }

    /// <summary>The server's name.</summary>
    public string Server => Results[0].Server;

    /// <summary>The scenario's name.</summary>
    public string Scenario => scenario.Name;

    /// <summary>none, n+1, n+2 …</summary>
    public string HaMode => scenario.HaMode.ToString();

    /// <summary>Workloads.</summary>
    public int Workloads => Results.Count;

    /// <summary>Sessions of all workloads at the same time.</summary>
    public long Concurrency => Results.Sum(result => result.Concurrency);

    /// <summary>Whether a session of each workload fits.</summary>
    public bool Feasible { get; }

    /// <summary>Nodes for the load and its headroom, or null when infeasible.</summary>
    public long? NodesWithHeadroom => Feasible ? OwnNodes + SharedNodes : null;

    /// <summary>Spare nodes of the scenario, or null when infeasible.</summary>
    public long? SpareNodes => Feasible ? Spares : null;

    /// <summary>Nodes for the load, its headroom and the spares, or null when infeasible.</summary>
    public long? NodesFinal => Feasible ? OwnNodes + SharedNodes + Spares : null;

    /// <summary>GPUs of these nodes, or null when infeasible.</summary>
    public decimal? Gpus => NodesFinal is long nodes ? nodes * (decimal)Results[0].Request.Server.Gpus : null;

    /// <summary>Nodes that the workloads would need apart, the spares of each included, or null when one of them is infeasible.</summary>
    public long? NodesApart => Results.All(result => result.Feasible) ? Results.Sum(result => result.Capacity.NodesFinal) : null;

    /// <summary>Workloads that share replicas, by pool.</summary>
    public ReadableList<FleetPool> Pools { get; }

    /// <summary>Power, space, money and energy of the nodes; null where no workload says anything about their operation.</summary>
    public OperatedNodes? Operation { get; }

    /// <summary>How the nodes follow.</summary>
    public Rationale Rationale => Describe(texts);

    /// <summary>The workloads, each sized for itself.</summary>
    public ReadableList<ScenarioResult> Results { get; }

    internal int OwnPools { get; }

    internal int SharedPools { get; }

    internal long OwnNodes { get; }

    internal long SharedNodes { get; }

    private long Spares { get; }

    /// <summary>Groups results by scenario and server, in the order in which they first come, and plans a fleet for each.</summary>
    /// <param name="results">Results of <see cref="CapacityPlanner.Solve"/>.</param>
    /// <param name="texts">The language of what is described.</param>
    /// <exception cref="SizingException">The nodes are more than a 64-bit integer holds.</exception>
    public static IEnumerable<FleetResult> Plan(IEnumerable<ScenarioResult> results, Texts texts) =>
        results.GroupBy(FleetKey.OfFleet).Select(group => PlanOne([.. group], texts));

    /// <summary>How the nodes follow, in another language.</summary>
    public Rationale Describe(Texts language) => FleetText.Of(this, language);

    /// <summary>Server, scenario and the number of nodes.</summary>
    public override string ToString() =>
        $"{NumberText.Plain(Workloads)} workloads on {Server}, {Scenario}: {(NodesFinal is long nodes ? NumberText.Plain(nodes) + (nodes == 1 ? " node" : " nodes") : "infeasible")}";

    private static FleetResult PlanOne(IReadOnlyList<ScenarioResult> results, Texts texts)
    {
        try
        {
            return new FleetResult(results, texts);
        }
        catch (OverflowException)
        {
            throw new SizingException("Concurrency", $"The nodes for {NumberText.Plain(results.Count)} workloads on {results[0].Server} are more than a 64-bit integer holds: ask for fewer sessions.");
        }
    }

    private static long Pack(IEnumerable<FleetPool> pools, long gpusPerNode)
    {
        var nodes = new FirstFit(gpusPerNode);
        foreach (FleetPool pool in pools.OrderByDescending(pool => pool.GpusPerReplica))
        {
            nodes.Add(pool.GpusPerReplica, pool.Replicas ?? 0);
        }
        return nodes.Bins;
    }
}
