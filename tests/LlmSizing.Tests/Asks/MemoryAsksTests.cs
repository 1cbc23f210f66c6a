using System.Collections.Generic;
using System.Linq;
using LlmSizing.Tests.Placements;
using Xunit;

namespace LlmSizing.Tests.Asks;

/// <summary>What users of other tools found wrong about memory, each by its thread.</summary>
public class MemoryAsksTests
{
    // llmfit#230, #497: memory of a mixture from its active parameters.
    [Fact]
    public void Weights_are_of_all_parameters_and_not_of_the_active_ones()
    {
        Model model = Placed.LatentMixture();
        Assert.True(model.Architecture!.Parameters > 650_000_000_000);
        Assert.Equal(model.Architecture.WeightBytes, Placed.Plan(model, new Placement(16, expertParallel: 16), Placed.Node(16)).WeightBytes);
        Assert.True(model.Architecture.WeightBytes > 600L * 1_000_000_000);
    }

    // llmfit#45, #46: memory summed over GPUs; #68, #70: one GPU alone is too tight.
    [Fact]
    public void Neither_the_sum_of_the_GPUs_nor_one_of_them_decides()
    {
        Model model = Placed.Llama70B();
        // 4 x 40 GB hold 141 GB by their sum, and not with a session of the whole context on each.
        Assert.False(Placed.Result(model, new Placement(4), Placed.Node(4, 40), Placed.Load(1, 131_072)).Feasible);
        Assert.True(Placed.Result(model, new Placement(4), Placed.Node(4, 48), Placed.Load(1, 131_072)).Feasible);
        Assert.False(Placed.Plan(model, new Placement(1), Placed.Node(4, 48)).DoWeightsFit);
    }

    // llmfit#302: the cache of the longest context although the user runs a short one.
    [Fact]
    public void The_context_is_the_one_that_was_asked_for()
    {
        ScenarioResult result = Placed.Result(Placed.Llama70B(), new Placement(8), load: Placed.Load(context: 8_192));
        Assert.Equal(8_192 * 327_680L, result.KvPerSessionBytes);
        Assert.Equal(8_192 * 40_960L, result.Request.Plan!.Binding.SessionBytes);
    }

    // kaito#2139, lmdeploy#4366: a latent cache divided by the number of GPUs.
    [Fact]
    public void A_latent_cache_is_not_divided_by_tensor_parallelism()
    {
        NodePlan plan = Placed.Plan(Placed.LatentMixture(), new Placement(8, expertParallel: 8), Placed.Node(8, 192));
        Assert.Equal(plan.Cache.ComputeBytes(), plan.Binding.SessionBytes);
        Assert.Equal(7 * plan.Cache.ComputeBytes(), plan.ReplicatedSessionBytes);
    }

    // aiconfigurator#1396: a batch beyond what the budget admits.
    [Fact]
    public void No_more_sessions_are_planned_than_the_cache_holds()
    {
        ScenarioResult result = Placed.Result(Placed.Llama70B(), new Placement(8), load: Placed.Load(100_000));
        NodePlan plan = result.Request.Plan!;
        Assert.True(result.Capacity.SessionsPerReplica * plan.Binding.SessionBytes <= plan.KvPerGpuBytes);
        Assert.True((result.Capacity.SessionsPerReplica + 1) * plan.Binding.SessionBytes > plan.KvPerGpuBytes);
        Assert.True(result.NodesCapacity * result.SessionsPerNode >= 100_000);
    }

    // inference-sim#624: an infeasible configuration is simulated; "suggest the minimum TP".
    [Fact]
    public void What_does_not_fit_is_said_and_the_least_that_does_is_found()
    {
        ScenarioResult result = Placed.Result(Placed.Llama70B(), new Placement(1));
        Assert.False(result.Feasible);
        Assert.Equal("weights_do_not_fit", result.Alerts[0].Code);
        var search = new PlacementSearch(Placed.Llama70B(), Placed.Load(1), Placed.Ideal, Given.Minimum);
        Assert.Equal("tp2", PlacementGoal.Find("SmallestReplica")!.Rank(search.On(Placed.Node()))[0].Placement);
    }

    // vllm-backport#34, kaito#1016: say the largest context that fits.
    [Fact]
    public void A_context_that_is_too_long_names_the_longest_that_fits()
    {
        ScenarioResult result = Placed.Result(Placed.Llama70B(), new Placement(4), Placed.Node(4, 40), Placed.Load(1, 131_072));
        Assert.Equal("context_beyond_replica", result.Alerts[0].Code);
        long longest = result.Request.Plan!.LongestContext();
        Assert.InRange(longest, 1, 131_071);
        Assert.True(Placed.Result(Placed.Llama70B(), new Placement(4), Placed.Node(4, 40), Placed.Load(1, longest)).Feasible);
    }

    // kaito#1435: GPUs rounded up, then nodes.
    [Fact]
    public void Nodes_are_whole_after_replicas_are_whole()
    {
        ScenarioResult result = Placed.Result(Placed.Llama70B(), new Placement(4), load: Placed.Load(1_000));
        long replicas = ((1_000 - 1) / result.Capacity.SessionsPerReplica) + 1;
        Assert.Equal((replicas + 1) / 2, result.NodesCapacity);
    }

    // ODS#3324: the cache from the number of parameters.
    [Fact]
    public void The_cache_follows_the_layers_and_not_the_parameters() => Assert.Equal(
        Placed.Plan(Placed.Llama70B(), new Placement(8)).Binding.SessionBytes,
        Placed.Plan(QuantizationList.Find("awq_g128")!.Apply(Placed.Llama70B()), new Placement(8)).Binding.SessionBytes);

    // vidur#53: a mixture with expert parallelism, the busiest rank.
    [Fact]
    public void The_busiest_rank_of_uneven_experts_decides()
    {
        IReadOnlyList<ModelShard> shards = ModelShard.Of(
            Placed.LatentMixture(experts: 160), new Placement(1, dataParallel: 48, expertParallel: 48, dataParallelAttention: true));
        WeightMatrix experts = shards[0].Weights().First(matrix => matrix.Component == "experts");
        Assert.Equal(58 * 4 * experts.Format.Bytes(2048, 7168), shards[0].BytesOf(experts, experts.Format));
    }

    // gpustack#2412, #2614, gguf-parser-go#2: a cache for models that have none.
    [Fact]
    public void Layers_that_keep_nothing_add_nothing()
    {
        var model = new Model(new EntryInfo("m"), [new FullAttention(4, 8, 64), new SharedCache(28)], 8_192, Placed.Bf16);
        Assert.Equal(4 * 2 * 8 * 64 * 2 * 1_000, ModelShard.Of(model, new Placement())[0].KvBytesPerSession(1_000, Placed.Bf16));
    }
}
