using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>How the numbers of a fleet are explained.</summary>
internal static class FleetText
{
    public static Rationale Of(FleetPool pool, Texts texts) => new(
    [
        pool.RanksForRequests == 0
            ? "ranks = first_fit_decreasing(sessions × kv_per_session, kv_room_per_rank)"
            : "ranks = max(first_fit_decreasing(sessions × kv_per_session, kv_room_per_rank), Σ ranks_for_requests)",
        "replicas = ceil(ranks / data_parallel)",
    ], Inputs(pool), Interpretation(pool, texts));

    public static Rationale Of(FleetResult fleet, Texts texts) => new(
    [
        "nodes_own = Σ ceil(replicas / replicas_per_node) × nodes_per_replica",
        "nodes_shared = first_fit_decreasing(replicas × gpus_per_replica, gpus_per_node)",
        "nodes_final = nodes_own + nodes_shared + spare_nodes",
    ], Inputs(fleet), Interpretation(fleet, texts));

    private static IEnumerable<RationaleInput> Inputs(FleetPool pool)
    {
        foreach (FleetLoad load in pool.Loads)
        {
            string context = $"[{NumberText.Plain(load.EffectiveContext)} tokens]";
            yield return new("sessions_with_headroom" + context, load.SessionsWithHeadroom);
            yield return new("kv_per_session_gib" + context, Gib(load.SizeBytes));
        }
        yield return new("kv_room_per_rank_gib", Gib(pool.RoomBytes));
        yield return new("data_parallel", pool.Ranks);
        if (pool.Feasible)
        {
            yield return new("ranks", pool.RanksUsed);
            yield return new("ranks_at_least", pool.RanksAtLeast);
            if (pool.RanksForRequests > 0)
            {
                yield return new("ranks_for_requests", pool.RanksForRequests);
            }
        }
    }

    private static IEnumerable<RationaleInput> Inputs(FleetResult fleet)
    {
        foreach (FleetPool pool in fleet.Pools)
        {
            yield return new("pool", pool.ToString());
        }
        if (fleet.Feasible)
        {
            yield return new("nodes_own", fleet.OwnNodes);
            yield return new("nodes_shared", fleet.SharedNodes);
            yield return new("spare_nodes", fleet.SpareNodes!);
        }
        yield return new("gpus_per_node", fleet.Results[0].Request.Server.Gpus);
        yield return new("ha_mode", fleet.HaMode);
    }

    private static string Interpretation(FleetPool pool, Texts texts)
    {
        if (!pool.Feasible)
        {
            if (pool.Loads.FirstOrDefault(load => load.Result.Load is { IsReachable: false }) is FleetLoad late)
            {
                return texts.Format("report.fleet.pool.late", name => name == "model" ? pool.Model : late.ToString());
            }
            FleetLoad misfit = pool.Loads.OrderByDescending(load => load.SizeBytes).First();
            return texts.Format("report.fleet.pool.infeasible", name => name == "model" ? pool.Model : NumberText.Grouped(misfit.EffectiveContext));
        }
        string proof = pool.RanksForRequests > pool.RanksForSessions ? "report.fleet.pool.requests"
            : pool.RanksUsed == pool.RanksAtLeast || pool.Workloads == 1 ? "report.fleet.pool.fewest" : "report.fleet.pool.packed";
        return texts.Format(proof, name => name switch
        {
            "workloads" => texts.Count(pool.Workloads, "workloads"),
            "replicas" => texts.Count(pool.Replicas ?? 0, "replicas"),
            "ranks" => NumberText.Grouped(pool.RanksUsed),
            "packed" => NumberText.Grouped(pool.RanksForSessions),
            "least" => NumberText.Grouped(pool.RanksAtLeast),
            _ => throw NoText(name),
        });
    }

    private static string Interpretation(FleetResult fleet, Texts texts)
    {
        if (!fleet.Feasible)
        {
            return Interpretation(fleet.Pools.First(pool => !pool.Feasible), texts);
        }
        string apart = fleet.NodesApart is long nodes && nodes != fleet.NodesFinal
            ? " " + texts.Format("report.fleet.apart", _ => texts.Count(nodes, "nodes"))
            : "";
        string sharing = fleet.SharedPools > 1 ? " " + texts.Get("report.fleet.shared") : "";
        return texts.Format("report.fleet.interpretation", name => name switch
        {
            "workloads" => texts.Count(fleet.Workloads, "workloads"),
            "pools" => texts.Count(fleet.Pools.Count, "pools"),
            "nodes" => texts.Count(fleet.NodesFinal ?? 0, "nodes"),
            "spares" => NumberText.Grouped(fleet.SpareNodes ?? 0),
            _ => throw NoText(name),
        }) + sharing + apart;
    }

    private static ArgumentException NoText(string name) => new($"No text is known for '{name}'.", nameof(name));

    private static decimal Gib(long bytes) => NumberText.Rounded(new Rational(bytes, ByteUnits.GiB), 4);
}
