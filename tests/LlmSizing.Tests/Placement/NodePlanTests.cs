using System.Linq;
using Xunit;

namespace LlmSizing.Tests.Placements;

/// <summary>A model on the GPUs of a node: by hand.</summary>
public class NodePlanTests
{
    [Theory]
    [InlineData(1, 327_680)]
    [InlineData(4, 81_920)]
    [InlineData(16, 40_960)]
    public void Keys_and_values_of_a_token_on_one_GPU_are_as_published(long tensorParallel, long bytes) =>
        Assert.Equal(bytes * 1_000, ModelShard.Of(Placed.Llama70B(), new Placement(tensorParallel))[0].KvBytesPerSession(1_000, Placed.Bf16));

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    public void A_latent_cache_is_whole_on_each_GPU(long tensorParallel) =>
        Assert.Equal(70_272_000, ModelShard.Of(Placed.LatentMixture(), new Placement(tensorParallel))[0].KvBytesPerSession(1_000, Placed.Bf16));

    [Theory]
    [InlineData(1, 5_578_424_320)]
    [InlineData(8, 2_710_568_960)]
    public void Windows_and_few_heads_on_one_GPU_are_as_published(long tensorParallel, long bytes)
    {
        var gemma = new Model(new EntryInfo("gemma4-26b"), [new SlidingAttention(25, 8, 256, 1_024), new FullAttention(5, 2, 512)], 262_144, Placed.Bf16);
        Assert.Equal(bytes, ModelShard.Of(gemma, new Placement(tensorParallel))[0].KvBytesPerSession(262_144, Placed.Bf16));
    }

    [Fact]
    public void Sessions_come_from_one_GPU_and_not_from_the_sum()
    {
        ScenarioResult result = Placed.Result(Placed.Llama70B(), new Placement(8));
        NodePlan plan = result.Request.Plan!;
        long weights = ModelShard.Of(Placed.Llama70B(), new Placement(8))[0].WeightBytes;
        Assert.Equal(80_000_000_000 - weights, plan.KvPerGpuBytes);
        Assert.Equal(plan.KvPerGpuBytes / (40_960L * 8_192), result.SessionsPerNode);
        Assert.Equal(1, plan.Layout.ReplicasPerNode);
    }

    [Fact]
    public void Replicas_share_a_node_and_leave_GPUs_idle()
    {
        ScenarioResult result = Placed.Result(Placed.Small(6, 3, "norm norm 512 replicated bf16"), new Placement(3));
        Assert.Equal(2, result.Request.Plan!.Layout.ReplicasPerNode);
        Assert.Equal(2, result.Request.Plan.Layout.IdleGpus);
        Assert.Equal(2 * result.Capacity.SessionsPerReplica, result.SessionsPerNode);
    }

    [Fact]
    public void A_replica_of_two_nodes_multiplies_the_nodes_and_a_spare_is_a_whole_replica()
    {
        ScenarioResult result = Placed.Result(Placed.Llama70B(), new Placement(8, 2), load: Placed.Load(5_000), scenario: Given.Recommended);
        long units = ((6_000 - 1) / result.Capacity.SessionsPerReplica) + 1;
        Assert.Equal(2, result.Request.Plan!.Layout.NodesPerReplica);
        Assert.Equal(2 * units, result.NodesWithHeadroom);
        Assert.Equal((2 * units) + 2, result.NodesFinal);
        Assert.Equal(result.Capacity.SessionsPerReplica / 2, result.SessionsPerNode);
    }

    [Fact]
    public void One_session_on_a_replica_of_two_nodes_is_a_plan()
    {
        ScenarioResult result = Placed.Result(
            Placed.Llama70B(), new Placement(2, 2), Placed.Node(2, 48), Placed.Load(3, 131_072));
        Assert.Equal(1, result.Capacity.SessionsPerReplica);
        Assert.Equal(0, result.SessionsPerNode);
        Assert.True(result.Feasible);
        Assert.Equal(6, result.NodesCapacity);
    }

    [Theory]
    [InlineData(4, 1, 8, 2, 1, 0)]
    [InlineData(8, 3, 8, 1, 3, 0)]
    [InlineData(4, 3, 8, 1, 2, 4)]
    [InlineData(16, 1, 8, 1, 2, 0)]
    [InlineData(3, 4, 8, 1, 2, 4)]
    public void Groups_fill_nodes_whole(long tensorParallel, long stages, long gpus, long replicas, long nodes, long idle)
    {
        var layout = new NodeLayout(new Placement(tensorParallel, stages), gpus);
        Assert.Equal((replicas, nodes, idle), (layout.ReplicasPerNode, layout.NodesPerReplica, layout.IdleGpus));
    }

    [Fact]
    public void Data_parallel_ranks_hold_sessions_of_their_own()
    {
        ScenarioResult one = Placed.Result(Placed.Llama70B(), new Placement(4));
        ScenarioResult two = Placed.Result(Placed.Llama70B(), new Placement(4, dataParallel: 2));
        Assert.Equal(2 * one.Capacity.SessionsPerReplica, two.Capacity.SessionsPerReplica);
        Assert.Equal(one.SessionsPerNode, two.SessionsPerNode);
    }

    [Fact]
    public void Data_parallel_attention_keeps_a_latent_once_for_each_session()
    {
        Model model = Placed.LatentMixture();
        Server server = Placed.Node(8, 192);
        ScenarioResult shared = Placed.Result(model, new Placement(8, expertParallel: 8), server);
        ScenarioResult apart = Placed.Result(model, new Placement(dataParallel: 8, expertParallel: 8, dataParallelAttention: true), server);
        Assert.Equal(shared.Request.Plan!.Binding.SessionBytes, apart.Request.Plan!.Binding.SessionBytes);
        Assert.True(apart.SessionsPerNode > 5 * shared.SessionsPerNode);
    }

    [Fact]
    public void The_longest_stage_binds()
    {
        NodePlan plan = Placed.Plan(Placed.Llama70B(), new Placement(4, 3), Placed.Node(12));
        Assert.Equal(27, plan.Binding.Shard.Stage.End - plan.Binding.Shard.Stage.First);
        Assert.Equal(1, plan.UnevenLayers);
    }

    [Fact]
    public void The_memory_that_the_driver_reports_is_planned_with()
    {
        NodePlan plan = Placed.Plan(Placed.Small(), new Placement(), Placed.Node(1, 80, 79.5m));
        Assert.Equal(GpuMemory.FromDriver(79.5m), plan.GpuBytes);
        Assert.Equal(80_000_000_000, Placed.Plan(Placed.Small(), new Placement(), Placed.Node(1, 80)).GpuBytes);
    }

    [Fact]
    public void An_overhead_that_was_asked_for_stands_in_place_of_the_engines()
    {
        ScenarioResult result = Placed.Result(Placed.Llama70B(), new Placement(8), load: Placed.Load(overhead: 200));
        Assert.Equal(200, result.RuntimeOverheadGib);
        Assert.Equal(80_000_000_000 - (25 * ByteUnits.GiB), result.Request.Plan!.KvPerGpuBytes);
    }

    [Fact]
    public void The_share_of_the_memory_that_is_planned_for_applies_to_what_is_left()
    {
        ScenarioResult whole = Placed.Result(Placed.Llama70B(), new Placement(8));
        ScenarioResult share = Placed.Result(Placed.Llama70B(), new Placement(8), load: Placed.Load(budget: 0.7m));
        Assert.Equal(whole.Request.Plan!.KvPerGpuBytes * 7 / 10 / (40_960L * 8_192), share.SessionsPerNode);
    }

    [Fact]
    public void Heads_that_are_kept_more_than_once_are_counted()
    {
        Assert.Equal(0, Placed.Plan(Placed.Llama70B(), new Placement(8)).ReplicatedSessionBytes);
        Assert.Equal(327_680L * 8_192, Placed.Plan(Placed.Llama70B(), new Placement(16), Placed.Node(16)).ReplicatedSessionBytes);
    }

    [Fact]
    public void The_longest_context_that_fits_a_replica_fits_and_one_more_token_does_not()
    {
        NodePlan plan = Placed.Plan(Placed.Llama70B(), new Placement(2), Placed.Node(2, 80), Placed.Load(1, 100_000));
        long longest = plan.LongestContext();
        Assert.True(longest * 163_840 <= plan.KvPerGpuBytes);
        Assert.True((longest + 1) * 163_840 > plan.KvPerGpuBytes);
    }

    [Fact]
    public void Metrics_of_a_placement_appear_only_with_one()
    {
        string[] flat = [.. Given.Result().Metrics.Select(metric => metric.Metric)];
        string[] placed = [.. Placed.Result(Placed.Llama70B(), new Placement(8)).Metrics.Select(metric => metric.Metric)];
        Assert.Equal(
            [
                "weights_gib", "gpus_per_replica", "weights_per_gpu_gib", "overhead_per_gpu_gib", "kv_per_gpu_gib", "kv_per_session_per_gpu_gib",
                "sessions_per_replica", "replicas_per_node", "nodes_per_replica",
            ],
            placed.Except(flat));
        Assert.Equal(8, flat.Length);
    }
}
