using System;

namespace LlmSizing;

/// <summary>Solves a request whose model is placed: sessions by the GPU that binds, then by ranks, replicas and nodes. Exact, without allocating.</summary>
internal static class PlacedPlanner
{
    public static Capacity Solve(SizingRequest request, Scenario scenario, PlacedNode node, long headroom, long ratio)
    {
        long concurrency = request.Requirements.Concurrency;
        long perSession = request.KvCache.ComputeBytes();
        long total = CapacityPlanner.Total(perSession, concurrency);
        long budget = CapacityPlanner.Share(node.KvPerGpuBytes, ratio);
        long needed = CapacityPlanner.WithHeadroom(concurrency, headroom);
        long perReplica = node.SessionBytes == 0 ? 0 : Times(budget / node.SessionBytes, node.Ranks);
        long nodeBudget = Times(budget, node.BusyGpus);
        if (perReplica == 0)
        {
            return new Capacity(perSession, total, nodeBudget, 0, needed, 0, 0, 0, headroom, ratio, node.OverheadBillionths, 0);
        }
        // Nodes come in units: one node with its replicas, or the nodes of one replica.
        long perUnit = Times(perReplica, node.ReplicasPerNode);
        long nodes = Division.Ceiling(concurrency, perUnit) * node.NodesPerReplica;
        long nodesWithHeadroom = Division.Ceiling(needed, perUnit) * node.NodesPerReplica;
        // A node that fails takes its whole replica along: a spare is a whole unit.
        long spares = scenario.HaMode.ExtraNodes * node.NodesPerReplica;
        return new Capacity(
            perSession, total, nodeBudget, perUnit / node.NodesPerReplica, needed,
            nodes, nodesWithHeadroom, nodesWithHeadroom + spares, headroom, ratio, node.OverheadBillionths, perReplica);
    }

    private static long Times(long value, long count)
    {
        try
        {
            return checked(value * count);
        }
        catch (OverflowException)
        {
            throw new SizingException("Server", "The sessions of a node are more than a 64-bit integer holds: check the server's memory.");
        }
    }
}
