using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>Every placement of a model on servers, each solved for a load.</summary>
/// <remarks>
/// In a node: each degree of tensor parallelism with the powers of two of pipeline stages; for mixtures of experts with a latent cache, data-parallel attention with the experts
/// dealt over all GPUs as well. Beyond a node: whole nodes of tensor-parallel groups as pipeline stages, the fewest nodes that fit.
/// With times asked for, mixtures of experts in every way of dealing their experts as well: to the GPUs of each tensor-parallel group, and to those of data-parallel attention in up to eight nodes.
/// </remarks>
public sealed class PlacementSearch
{
    private const long MostNodes = 64;
    private const long MostExpertNodes = 8;
    private readonly Model published;
    private readonly Model stored;
    private readonly Requirements requirements;
    private readonly Deployment deployment;
    private readonly Scenario scenario;
    private readonly TimedLoad? timed;
    private readonly long maxGpus;
    private readonly Func<Server, Operations?> operations;

    /// <summary>Prepares the search.</summary>
    /// <param name="model">The model; it needs its architecture.</param>
    /// <param name="requirements">The load.</param>
    /// <param name="deployment">Engine and quantisation.</param>
    /// <param name="scenario">The scenario that says which share of the memory is planned for.</param>
    /// <param name="timed">The requests whose times are predicted, or null where memory alone decides.</param>
    /// <param name="maxGpus">Most GPUs that the load may take, or null without a bound.</param>
    /// <param name="operations">What a node of a server costs, or null.</param>
    /// <exception cref="SizingException">The model has no architecture, or a request is longer than the context.</exception>
    public PlacementSearch(
        Model model, Requirements requirements, Deployment deployment, Scenario scenario, TimedLoad? timed = null, long? maxGpus = null, Func<Server, Operations?>? operations = null)
    {
        long longest = Math.Min(requirements.EffectiveContext, model.MaxPositionEmbeddings);
        if (timed?.RequestTokens > longest)
        {
            throw new SizingException(
                "InputTokens", $"A request of {timed} is longer than the context of {NumberText.Plain(longest)} tokens of '{model.Name}': raise EffectiveContext where the model has more, or shorten InputTokens or OutputTokens.");
        }
        this.timed = timed;
        this.maxGpus = maxGpus ?? long.MaxValue;
        this.operations = operations ?? (_ => null);
        published = model;
        stored = deployment.Quantization.Apply(model);
        this.requirements = requirements;
        this.deployment = deployment;
        this.scenario = scenario;
    }

    /// <summary>The placements on one server, in no order, each at every batch where times were asked for; those that do not fit with the reason.</summary>
    /// <param name="server">One node.</param>
    /// <param name="isStopped">Whether the search is to end without a result; null for never.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public IEnumerable<PlacementCandidate> On(Server server, Func<bool>? isStopped = null) => Batches(server, isStopped ?? (() => false)).SelectMany(batches => batches);

    /// <summary>The placements on one server, in no order, each at its best batch; those that do not fit with the reason.</summary>
    /// <param name="server">One node.</param>
    /// <param name="goal">What makes a batch better than another.</param>
    /// <param name="isStopped">Whether the search is to end without a result; null for never.</param>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public IEnumerable<PlacementCandidate> On(Server server, PlacementGoal goal, Func<bool>? isStopped = null) => Batches(server, isStopped ?? (() => false)).Select(goal.Best);

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

    private IEnumerable<IReadOnlyList<PlacementCandidate>> Batches(Server server, Func<bool> isStopped)
    {
        var times = timed is null ? null : new TimedPlacements(timed, requirements.Concurrency, maxGpus, isStopped);
        TuningChoice? choice = null;
        foreach ((PlacementCandidate candidate, NodePlan? plan) in Solved(server))
        {
            if (isStopped())
            {
                throw new OperationCanceledException();
            }
            if (times is null || !candidate.Fits || candidate.TotalGpus > maxGpus)
            {
                yield return [candidate.Within(maxGpus)];
                continue;
            }
            // What an engine reaches of the datasheet depends on the GPU, not on the placement.
            choice ??= TuningChoice.Of(timed!.Tunings, plan!);
            yield return times.Of(candidate, plan!, choice);
        }
    }

    private IEnumerable<(PlacementCandidate Candidate, NodePlan? Plan)> Solved(Server server)
    {
        foreach (Placement placement in InNode(server.Gpus).Concat(timed is null ? [] : DealtExperts(server.Gpus)))
        {
            yield return Solve(server, placement);
        }
        foreach (long tensorParallel in Degrees(server.Gpus).Where(degree => server.Gpus % degree == 0))
        {
            if (BeyondNode(server, tensorParallel, 1) is { } spread)
            {
                yield return spread;
            }
            if (timed is not null && IsMixture && tensorParallel > 1 && BeyondNode(server, tensorParallel, tensorParallel) is { } dealt)
            {
                yield return dealt;
            }
        }
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
        if (IsMixture && IsLatent)
        {
            for (long ranks = 2; ranks <= gpus; ranks *= 2)
            {
                yield return new Placement(dataParallel: ranks, expertParallel: ranks, dataParallelAttention: true);
            }
        }
    }

    private bool IsMixture => stored.Architecture is { Sizes.NumExperts: > 0 };

    private bool IsLatent => stored.Layers.Any(group => group is LatentAttention or CompressedAttention);

    // Whole experts instead of slices of each: dealt to a tensor-parallel group, or to the groups of attention ranks with sessions of their own.
    private IEnumerable<Placement> DealtExperts(long gpus)
    {
        if (!IsMixture)
        {
            yield break;
        }
        for (long tensorParallel = 1; tensorParallel <= gpus; tensorParallel *= 2)
        {
            for (long stages = 1; tensorParallel > 1 && stages * tensorParallel <= gpus; stages *= 2)
            {
                yield return new Placement(tensorParallel, stages, expertParallel: tensorParallel);
            }
            for (long ranks = 2; ranks * tensorParallel <= gpus * MostExpertNodes; ranks *= 2)
            {
                // Attention ranks of one GPU in a node are tried for models with a latent cache whether times are asked for or not.
                if (tensorParallel > 1 || ranks > gpus || !IsLatent)
                {
                    yield return new Placement(tensorParallel, dataParallel: ranks, expertParallel: ranks * tensorParallel, dataParallelAttention: true);
                }
            }
        }
    }

    private (PlacementCandidate Candidate, NodePlan? Plan)? BeyondNode(Server server, long tensorParallel, long expertParallel)
    {
        long perNode = server.Gpus / tensorParallel;
        (PlacementCandidate Candidate, NodePlan? Plan)? last = null;
        for (long nodes = LeastNodes(server); nodes <= MostNodes && nodes * perNode <= ModelShard.LayersOf(stored); nodes++)
        {
            (PlacementCandidate Candidate, NodePlan? Plan) solved = Solve(server, new Placement(tensorParallel, nodes * perNode, expertParallel: expertParallel));
            if (solved.Candidate.Fits || solved.Candidate.ShortfallBytes is null)
            {
                return solved;
            }
            last = solved;
        }
        return last;
    }

    // A replica that fits a node is not spread; the weights alone need so many.
    private long LeastNodes(Server server) => Math.Max(2, stored.StoredBytes / (GpuMemory.Of(server) * server.Gpus));

    private (PlacementCandidate Candidate, NodePlan? Plan) Solve(Server server, Placement placement)
    {
        if (PlacementCheck.FirstProblem(stored, placement) is PlacementProblem problem)
        {
            return (new PlacementCandidate(published, server, deployment, placement, problem.Message), null);
        }
        var plan = new NodePlan(stored, published, server, requirements, deployment, placement);
        var request = new SizingRequest(published, server, null, requirements, plan);
        return (new PlacementCandidate(plan, CapacityPlanner.Solve(request, scenario), requirements.Concurrency, operations(server)), plan);
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
