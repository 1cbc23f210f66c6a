using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace LlmSizing.Tests.Placements;

public class PlacementSearchTests
{
    [Fact]
    public void The_fewest_GPUs_come_first()
    {
        IReadOnlyList<PlacementCandidate> ranked = Rank(Placed.Llama70B(), Placed.Node(), "FewestGpus", concurrency: 1);
        Assert.True(ranked[0].Fits);
        Assert.Equal(ranked.Where(at => at.Fits).Min(at => at.TotalGpus), ranked[0].TotalGpus);
        Assert.Equal("tp2", ranked[0].Placement);
        Assert.Equal(ranked.OrderBy(at => at.Fits ? 0 : 1), ranked);
    }

    [Fact]
    public void What_does_not_fit_says_how_much_is_missing()
    {
        PlacementCandidate one = Rank(Placed.Llama70B(), Placed.Node(1), "FewestGpus").Single(at => at.Placement == "tp1");
        Assert.False(one.Fits);
        long weights = ModelShard.Of(Placed.Llama70B(), new Placement())[0].WeightBytes;
        Assert.Equal(weights - 80_000_000_000 + (327_680L * 8_192), one.ShortfallBytes);
        Assert.Contains("are missing for one session", one.Reason);
    }

    [Fact]
    public void What_an_engine_refuses_says_why()
    {
        PlacementCandidate three = Rank(Placed.Llama70B(), Placed.Node(), "FewestGpus").First(at => at.TensorParallel == 3);
        Assert.Null(three.ShortfallBytes);
        Assert.Contains("64 attention heads", three.Reason);
    }

    [Fact]
    public void A_model_larger_than_a_node_is_spread_over_the_fewest_nodes()
    {
        PlacementCandidate best = Rank(Placed.LatentMixture(), Placed.Node(), "FewestNodes")[0];
        Assert.True(best.Fits);
        Assert.Equal(2, best.NodesPerReplica);
    }

    [Fact]
    public void Every_goal_orders_by_what_it_says()
    {
        foreach (PlacementGoal goal in PlacementGoal.All)
        {
            PlacementCandidate[] fit = [.. Rank(Placed.Llama70B(), Placed.Node(), goal.Name).Where(at => at.Fits)];
            PlacementCandidate best = goal.Name switch
            {
                "FewestNodes" => fit.MinBy(at => at.Nodes)!,
                "MostSessions" => fit.MaxBy(at => at.SessionsPerNode)!,
                "SmallestReplica" => fit.MinBy(at => at.GpusPerReplica)!,
                _ => fit.MinBy(at => at.TotalGpus)!,
            };
            Assert.True(
                goal.Name switch
                {
                    "FewestNodes" => fit[0].Nodes == best.Nodes,
                    "MostSessions" => fit[0].SessionsPerNode == best.SessionsPerNode,
                    "SmallestReplica" => fit[0].GpusPerReplica == best.GpusPerReplica,
                    _ => fit[0].TotalGpus == best.TotalGpus,
                },
                goal.Name);
        }
    }

    [Fact]
    public void The_best_placement_of_a_server_fits_or_misses_least()
    {
        Assert.Equal(1, Search(Placed.Small()).Best(Placed.Node()).Gpus);
        Assert.Equal(4, Search(Placed.Llama70B()).Best(Placed.Node(4, 0.1m)).Gpus);
    }

    [Fact]
    public void Data_parallel_attention_is_tried_for_latent_mixtures_alone()
    {
        Assert.Contains(Rank(Placed.LatentMixture(), Placed.Node(8, 192), "MostSessions"), at => at is { DataParallelAttention: true, Fits: true });
        Assert.DoesNotContain(Rank(Placed.Llama70B(), Placed.Node(), "MostSessions"), at => at.DataParallelAttention);
    }

    private static PlacementSearch Search(Model model, long concurrency = 100) => new(model, Placed.Load(concurrency), Placed.Ideal, Given.Minimum);

    private static IReadOnlyList<PlacementCandidate> Rank(Model model, Server server, string goal, long concurrency = 100) =>
        PlacementGoal.Find(goal)!.Rank(Search(model, concurrency).On(server));
}
