using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing.Tests.Placements;

/// <summary>Every number of replicas of every placement, one after the other, without the search's shortcuts.</summary>
internal sealed record BruteForce(Model Model, Requirements Load, TimedLoad Timed)
{
    /// <summary>One way to serve the load.</summary>
    public sealed record Point(string Placement, long Gpus, long Nodes, double Ttft, double Tpot)
    {
        public double PerGpu(BruteForce of) => of.Load.Concurrency * (double)of.Timed.OutputTokens / ((Ttft + ((of.Timed.OutputTokens - 1) * Tpot)) / 1000) / Gpus;
    }

    public IEnumerable<Point> On(Server server, long maxGpus) => Placements(server).SelectMany(placement => Replicas(server, placement, maxGpus));

    private IEnumerable<Point> Replicas(Server server, Placement placement, long maxGpus)
    {
        NodePlan plan = Placed.Plan(Model, placement, server, Load);
        long sessions = plan.KvPerGpuBytes / plan.Binding.SessionBytes;
        var times = new StepTimes(plan, EngineTuning.Ideal);
        for (long replicas = 1; replicas <= Load.Concurrency && replicas * placement.Gpus <= maxGpus; replicas++)
        {
            long batch = (long)Math.Ceiling(Load.Concurrency / (double)(replicas * placement.DataParallel));
            if (batch > Math.Min(sessions, plan.MaxSequences))
            {
                continue;
            }
            var state = new SteadyState(times, batch, Timed.InputTokens, Timed.OutputTokens);
            double ttft = state.TtftSeconds * 1000;
            double tpot = state.TpotSeconds * 1000;
            if (ttft <= (double)(Timed.TtftSloMs ?? decimal.MaxValue) && tpot <= (double)(Timed.TpotSloMs ?? decimal.MaxValue))
            {
                long nodes = placement.Gpus > server.Gpus ? replicas * (placement.Gpus / server.Gpus) : (long)Math.Ceiling(replicas / (double)(server.Gpus / placement.Gpus));
                yield return new Point(placement.ToString(), replicas * placement.Gpus, nodes, ttft, tpot);
            }
        }
    }

    // On nodes of 8 GPUs: all degrees in a node, the fewest nodes of pipeline stages beyond it, experts split, dealt to a group, or dealt to attention ranks.
    private IEnumerable<Placement> Placements(Server server)
    {
        bool isMixture = Model.Architecture!.Sizes.NumExperts > 0;
        foreach (long tensor in Enumerable.Range(1, 8))
        {
            foreach (long experts in isMixture && tensor is 2 or 4 or 8 ? new[] { 1, tensor } : [1])
            {
                foreach (long stages in new[] { 1, 2, 4, 8 }.Where(stages => tensor * stages <= 8))
                {
                    if (Starts(new Placement(tensor, stages, expertParallel: experts)) is Placement inNode)
                    {
                        yield return inNode;
                    }
                }
                if (8 % tensor == 0
                    && Enumerable.Range(2, 63).Select(nodes => Starts(new Placement(tensor, nodes * 8 / tensor, expertParallel: experts))).FirstOrDefault(placement => placement is not null && IsHeld(server, placement)) is Placement spread)
                {
                    yield return spread;
                }
            }
            foreach (long ranks in isMixture && tensor is 1 or 2 or 4 or 8 ? new long[] { 2, 4, 8, 16, 32, 64 } : [])
            {
                if (isMixture && tensor * ranks <= 64 && Starts(new Placement(tensor, dataParallel: ranks, expertParallel: tensor * ranks, dataParallelAttention: true)) is Placement ranked)
                {
                    yield return ranked;
                }
            }
        }
    }

    private bool IsHeld(Server server, Placement placement)
    {
        NodePlan plan = Placed.Plan(Model, placement, server, Load);
        return plan.KvPerGpuBytes >= plan.Binding.SessionBytes;
    }

    private Placement? Starts(Placement placement) => PlacementCheck.Problems(Model, placement).Count == 0 ? placement : null;
}
