namespace LlmSizing;

/// <summary>The nodes of a load, as a number that always compares.</summary>
internal static class NodeCount
{
    /// <summary>More nodes than any fleet has: the load cannot be met.</summary>
    internal const long Never = long.MaxValue;

    /// <summary>Nodes for the load, its headroom and the spares; <see cref="Never"/> where not one session fits, or where all of them take more bytes than a 64-bit integer holds.</summary>
    internal static long Of(SizingRequest request, Scenario scenario)
    {
        if (request.KvCache.ComputeBytes() > long.MaxValue / request.Requirements.Concurrency)
        {
            return Never;
        }
        Capacity capacity = CapacityPlanner.Solve(request, scenario);
        return capacity.Feasible ? capacity.NodesFinal : Never;
    }
}
