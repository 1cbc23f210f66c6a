using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>The placement that carries a load with the fewest nodes: memory, throughput and the promised latency together.</summary>
public static class TrafficSearch
{
    /// <summary>The request with the placement that needs the fewest nodes, then the fewest GPUs; where none keeps what is promised, the one of the memory alone.</summary>
    /// <param name="model">The model; it needs its architecture.</param>
    /// <param name="server">One node.</param>
    /// <param name="storage">The node's storage, or null.</param>
    /// <param name="requirements">The load.</param>
    /// <param name="areSessionsGiven">Whether the sessions of the requirements count; else they follow from the traffic.</param>
    /// <param name="deployment">Engine and quantisation.</param>
    /// <param name="traffic">The traffic.</param>
    /// <param name="tunings">What engines are known to reach of the datasheet.</param>
    /// <param name="scenario">The scenario that says what is planned for.</param>
    /// <exception cref="SizingException">An engine refuses every placement, or none can be timed.</exception>
    public static SizingRequest Best(
        Model model, Server server, StorageProfile? storage, Requirements requirements, bool areSessionsGiven, Deployment deployment, RequestTraffic traffic, IReadOnlyList<Tuning> tunings, Scenario scenario)
    {
        var search = new PlacementSearch(model, requirements, deployment, scenario);
        SizingException? refused = null;
        var found = new List<(SizingRequest Request, Capacity Capacity)>();
        foreach (PlacementCandidate candidate in search.On(server).Where(candidate => candidate.Fits))
        {
            try
            {
                var plan = new NodePlan(model, server, requirements, deployment, candidate.PlacementDefinition);
                SizingRequest request = Of(model, server, storage, requirements, areSessionsGiven, plan, traffic, tunings, scenario);
                found.Add((request, CapacityPlanner.Solve(request, scenario)));
            }
            catch (SizingException error)
            {
                refused ??= error;
            }
        }
        if (found.Count == 0 && refused is not null)
        {
            throw refused;
        }
        return found.Count == 0
            ? Of(model, server, storage, requirements, true, new NodePlan(model, server, requirements, deployment, search.Best(server)), traffic, tunings, scenario)
            : found.OrderBy(item => item.Capacity.Feasible ? 0 : 1).ThenBy(item => item.Capacity.NodesFinal).ThenBy(item => item.Capacity.Load?.BestTtftMs + item.Capacity.Load?.BestTpotMs)
                .First().Request;
    }

    /// <summary>The request; its sessions follow from the traffic where they are not given.</summary>
    /// <param name="model">The model.</param>
    /// <param name="server">One node.</param>
    /// <param name="storage">The node's storage, or null.</param>
    /// <param name="requirements">The load.</param>
    /// <param name="areSessionsGiven">Whether the sessions of the requirements count.</param>
    /// <param name="plan">The model placed on the server.</param>
    /// <param name="traffic">The traffic.</param>
    /// <param name="tunings">What engines are known to reach of the datasheet.</param>
    /// <param name="scenario">The scenario that says which share of the memory is planned for.</param>
    /// <exception cref="SizingException">A number is not known, or the traffic contradicts the sessions.</exception>
    public static SizingRequest Of(
        Model model, Server server, StorageProfile? storage, Requirements requirements, bool areSessionsGiven, NodePlan plan, RequestTraffic traffic, IReadOnlyList<Tuning> tunings, Scenario scenario)
    {
        TuningChoice tuning = TuningChoice.Of(tunings, plan);
        Requirements load = areSessionsGiven ? requirements : requirements.With(LittleLaw.Sessions(plan, traffic, tuning.Tuning, scenario, requirements));
        return new SizingRequest(model, server, storage, load, plan, traffic, tuning);
    }
}
