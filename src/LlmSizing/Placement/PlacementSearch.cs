using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>Every placement of a model on servers, each solved for a load.</summary>
/// <remarks>
/// In a node: each degree of tensor parallelism with the powers of two of pipeline stages; for mixtures of experts with a latent cache, data-parallel attention with the experts
/// dealt over all GPUs as well. Beyond a node: whole nodes of tensor-parallel groups as pipeline stages, the fewest nodes that fit.
/// </remarks>
public sealed class PlacementSearch
{
    private const long MostNodes = 64;
    private readonly Model published;
    private readonly Model stored;
    private readonly Requirements requirements;
    private readonly Deployment deployment;
    private readonly Scenario scenario;

    /// <summary>Prepares the search.</summary>
    /// <param name="model">The model; it needs its architecture.</param>
    /// <param name="requirements">The load.</param>
    /// <param name="deployment">Engine and quantisation.</param>
    /// <param name="scenario">The scenario that says which share of the memory is planned for.</param>
    /// <exception cref="SizingException">The model has no architecture.</exception>
    public PlacementSearch(Model model, Requirements requirements, Deployment deployment, Scenario scenario)
    {
        published = model;
        stored = deployment.Quantization.Apply(model);
        this.requirements = requirements;
        this.deployment = deployment;
        this.scenario = scenario;
    }

    /// <summary>The placements on one server, in no order; those that do not fit with the reason.</summary>
    /// <param name="server">One node.</param>
    public IEnumerable<PlacementCandidate> On(Server server)
    {
        foreach (Placement placement in InNode(server.Gpus))
        {
            yield return Solve(server, placement);
        }
        foreach (long tensorParallel in Degrees(server.Gpus).Where(degree => server.Gpus % degree == 0))
        {
            if (BeyondNode(server, tensorParallel) is PlacementCandidate spread)
            {
                yield return spread;
            }
        }
    }

    /// <summary>The placement that needs the fewest nodes, then the fewest GPUs, then the smallest replica; where nothing fits, the one that misses least.</summary>
    /// <param name="server">One node.</param>
    /// <exception cref="SizingException">An engine refuses every placement.</exception>
    public Placement Best(Server server)
    {
        PlacementCandidate best = PlacementGoal.Find("FewestNodes")!.Rank(On(server))[0];
        return best.Fits || best.ShortfallBytes is not null
            ? best.PlacementDefinition
            : throw new SizingException("TensorParallel", $"No placement of model '{published.Name}' on '{server.Name}' starts: {best.Reason}");
    }

    private IEnumerable<Placement> InNode(long gpus)
    {
        foreach (long tensorParallel in Degrees(gpus))
        {
            for (long stages = 1; stages * tensorParallel <= gpus; stages *= 2)
            {
                yield return new Placement(tensorParallel, stages);
            }
        }
        if (stored.Architecture is { Sizes.NumExperts: > 0 } && stored.Layers.Any(group => group is LatentAttention or CompressedAttention))
        {
            for (long ranks = 2; ranks <= gpus; ranks *= 2)
            {
                yield return new Placement(dataParallel: ranks, expertParallel: ranks, dataParallelAttention: true);
            }
        }
    }

    private PlacementCandidate? BeyondNode(Server server, long tensorParallel)
    {
        long perNode = server.Gpus / tensorParallel;
        PlacementCandidate? last = null;
        for (long nodes = LeastNodes(server); nodes <= MostNodes && nodes * perNode <= ModelShard.LayersOf(stored); nodes++)
        {
            last = Solve(server, new Placement(tensorParallel, nodes * perNode));
            if (last.Fits || last.ShortfallBytes is null)
            {
                return last;
            }
        }
        return last;
    }

    // A replica that fits a node is not spread; the weights alone need so many.
    private long LeastNodes(Server server) => Math.Max(2, stored.StoredBytes / (GpuMemory.Of(server) * server.Gpus));

    private PlacementCandidate Solve(Server server, Placement placement)
    {
        if (PlacementCheck.FirstProblem(stored, placement) is PlacementProblem problem)
        {
            return new PlacementCandidate(published, server, deployment, placement, problem.Message);
        }
        var plan = new NodePlan(stored, published, server, requirements, deployment, placement);
        var request = new SizingRequest(published, server, null, requirements, plan);
        return new PlacementCandidate(plan, CapacityPlanner.Solve(request, scenario), requirements.Concurrency);
    }

    // A tensor-parallel group beyond 16 GPUs is worth a row only where it is a power of two.
    private static IEnumerable<long> Degrees(long gpus)
    {
        for (long degree = 1; degree <= gpus; degree++)
        {
            if (degree <= 16 || (degree & (degree - 1)) == 0)
            {
                yield return degree;
            }
        }
    }
}
