using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;

namespace LlmSizing;

/// <summary>Workloads that share replicas: one model, stored, placed and served in one way.</summary>
public sealed class FleetPool
{
    private readonly Texts texts;

    internal FleetPool(IReadOnlyList<ScenarioResult> results, Texts texts)
    {
        this.texts = texts;
        PoolBudget budget = PoolBudget.Of(results);
        RoomBytes = budget.Bytes;
        Loads = new ReadableList<FleetLoad>(results.Select((result, i) => new FleetLoad(result, budget.Sizes[i])));
        NodeLayout? layout = results[0].Request.Plan?.Layout;
        GpusPerReplica = layout?.GpusPerReplica ?? results[0].Request.Server.Gpus;
        ReplicasPerNode = layout?.ReplicasPerNode ?? 1;
        NodesPerReplica = layout?.NodesPerReplica ?? 1;
        MayShareNodes = layout is not null && GpusPerReplica < results[0].Request.Server.Gpus;
        Ranks = results[0].Request.Plan?.Placement.DataParallel ?? 1;
        Feasible = results.All(result => result.Feasible) && Loads.All(load => load.SizeBytes > 0 && load.SizeBytes <= RoomBytes);
        if (Feasible)
        {
            RanksForSessions = Pack();
            RanksForRequests = SumOfRequests();
            RanksUsed = Math.Max(RanksForSessions, RanksForRequests);
            RanksAtLeast = (long)((PlannedBytes + RoomBytes - 1) / RoomBytes);
        }
    }

    /// <summary>The model's name.</summary>
    public string Model => Loads[0].Result.Model;

    /// <summary>The precision of keys and values.</summary>
    public string KvPrecision => Loads[0].Result.KvPrecision;

    /// <summary>How a replica lies on GPUs, or null where the model is not placed and a replica is a node.</summary>
    public string? Placement => Loads[0].Result.Placement;

    /// <summary>The engine, or null where the model is not placed.</summary>
    public string? Engine => Loads[0].Result.Engine;

    /// <summary>Workloads.</summary>
    public int Workloads => Loads.Count;

    /// <summary>Sessions of all workloads to plan for, headroom included.</summary>
    public long SessionsWithHeadroom => Loads.Sum(load => load.SessionsWithHeadroom);

    /// <summary>Whether a session of each workload fits.</summary>
    public bool Feasible { get; }

    /// <summary>Replicas for the load and its headroom, spares apart, or null when infeasible.</summary>
    public long? Replicas => Feasible ? Division.Ceiling(RanksUsed, Ranks) : null;

    /// <summary>GPUs of one replica.</summary>
    public long GpusPerReplica { get; }

    /// <summary>Nodes that the pool would need alone for the load and its headroom, spares apart, or null when infeasible.</summary>
    public long? NodesAlone => Replicas is long replicas ? checked(Division.Ceiling(replicas, ReplicasPerNode) * NodesPerReplica) : null;

    /// <summary>Whether a replica leaves GPUs of its node to others.</summary>
    public bool MayShareNodes { get; }

    /// <summary>KV cache of all planned sessions in GiB, where sessions are packed.</summary>
    public double KvPlannedGib => new Rational(PlannedBytes, ByteUnits.GiB).ToDouble();

    /// <summary>The workloads.</summary>
    public ReadableList<FleetLoad> Loads { get; }

    /// <summary>How the replicas follow.</summary>
    public Rationale Rationale => Describe(texts);

    /// <summary>Room for sessions in bytes: of a node, or of the GPU that binds on one attention rank.</summary>
    internal long RoomBytes { get; }

    /// <summary>Attention ranks of a replica, each with sessions of its own.</summary>
    internal long Ranks { get; }

    /// <summary>Ranks that the pool has: the most that sessions and requests ask for.</summary>
    internal long RanksUsed { get; }

    /// <summary>Ranks that the packing fills.</summary>
    internal long RanksForSessions { get; }

    /// <summary>Ranks that the requests of all workloads ask for together; 0 without traffic.</summary>
    internal long RanksForRequests { get; }

    /// <summary>Ranks that the planned bytes fill whatever the packing.</summary>
    internal long RanksAtLeast { get; }

    internal long ReplicasPerNode { get; }

    internal long NodesPerReplica { get; }

    internal BigInteger PlannedBytes => Loads.Aggregate(BigInteger.Zero, (sum, load) => sum + ((BigInteger)load.SizeBytes * load.SessionsWithHeadroom));

    /// <summary>How the replicas follow, in another language.</summary>
    public Rationale Describe(Texts language) => FleetText.Of(this, language);

    /// <summary>Model, placement and replicas.</summary>
    public override string ToString() =>
        $"{Model}{(Placement is null ? "" : " " + Placement)}: {(Replicas is long replicas ? NumberText.Plain(replicas) + (replicas == 1 ? " replica" : " replicas") : "infeasible")}";

    // Ranks add up, as each spends its time on one workload or another; arrivals need a little more than those whose batches are always full.
    private long SumOfRequests()
    {
        double ranks = Loads.Sum(load => load.RanksForRequests);
        bool areFullBatches = Loads.Any(load => load.Result.Request.Traffic is { RequestsPerSecond: not null, Objective.IsGiven: false });
        return checked((long)(areFullBatches ? Math.Floor(ranks) + 1 : Math.Ceiling(ranks)));
    }

    private long Pack()
    {
        var bins = new FirstFit(RoomBytes);
        foreach (FleetLoad load in Loads.OrderByDescending(load => load.SizeBytes))
        {
            bins.Add(load.SizeBytes, load.SessionsWithHeadroom);
        }
        return bins.Bins;
    }
}
