using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace LlmSizing.Tests.Weights;

/// <summary>What one GPU holds: by hand from the lines.</summary>
public class ModelShardTests
{
    private static readonly KvPrecision Bf16 = KvPrecision.Find("bf16")!;

    [Theory]
    [InlineData("attention q_proj @0-3 1024x512 column bf16", 4 * 1024 * 512 * 2 / 4)]
    [InlineData("attention k_proj @0-3 256x512 kv:2 bf16", 4 * 128 * 512 * 2)]
    [InlineData("attention o_proj @0-3 512x1024 row bf16", 4 * 512 * 1024 * 2 / 4)]
    [InlineData("norm input_layernorm @0-3 512 replicated bf16", 4 * 512 * 2)]
    [InlineData("embedding embed_tokens 1000x512 vocab bf16", 1024 * 512 * 2 / 4)]
    [InlineData("experts up_proj @0-3 16*256x512 column bf16", 4 * 16 * 64 * 512 * 2)]
    public void Tensor_parallelism_splits_a_matrix_its_own_way(string line, long bytes) => Assert.Equal(bytes, Shards(new Placement(4), line)[0].WeightBytes);

    [Theory]
    [InlineData(1, 1, 16 * 256)]
    [InlineData(4, 1, 16 * 64)]
    [InlineData(4, 4, 4 * 256)]
    [InlineData(4, 2, 8 * 128)]
    public void Experts_are_dealt_whole_or_split(long tensorParallel, long expertParallel, long rows) => Assert.Equal(
        4L * rows * 512 * 2, Shards(new Placement(tensorParallel, expertParallel: expertParallel), "experts up_proj @0-3 16*256x512 column bf16")[0].WeightBytes);

    [Fact]
    public void The_busiest_rank_of_experts_counts() => Assert.Equal(
        4L * 3 * 256 * 512 * 2, Shards(new Placement(1, dataParallel: 6, expertParallel: 6, dataParallelAttention: true), "experts up_proj @0-3 16*256x512 column bf16")[0].WeightBytes);

    [Fact]
    public void Stages_hold_their_layers_and_the_ends_hold_embeddings_and_head()
    {
        IReadOnlyList<ModelShard> shards = Shards(
            new Placement(pipelineParallel: 3), "embedding embed_tokens 64x8 vocab bf16", "head lm_head 64x8 vocab bf16", "norm norm 8 replicated bf16",
            "attention q_proj @0-3 8x8 column bf16", "vision conv @0-9 8x8 replicated bf16");
        Assert.Equal([1024 + 128 + (10 * 128), 2 * 128, 1024 + 16 + 128], shards.Select(shard => shard.WeightBytes));
    }

    [Fact]
    public void Tied_embeddings_are_on_the_first_and_the_last_stage() =>
        Assert.Equal([1024L, 1024L], Shards(new Placement(pipelineParallel: 2), "embedding embed_tokens 64x8 vocab bf16").Select(shard => shard.WeightBytes));

    [Theory]
    [InlineData(61, 2, new long[] { 31, 30 })]
    [InlineData(80, 3, new long[] { 27, 27, 26 })]
    [InlineData(10, 4, new long[] { 2, 3, 3, 2 })]
    [InlineData(4, 4, new long[] { 1, 1, 1, 1 })]
    public void What_does_not_divide_goes_before_the_last_stage(long layers, long stages, long[] expected)
    {
        Assert.Equal(expected, PipelineStage.Split(layers, stages).Select(stage => stage.End - stage.First));
        Assert.Equal(layers, expected.Sum());
    }

    [Fact]
    public void Context_parallelism_splits_the_tokens_and_not_the_state()
    {
        var model = new Model(
            new EntryInfo("m"), [new LatentAttention(2, 512, 64), new RecurrentState("linear", 2, new StateShape(0, 0, 0, 8, 64, 64, Bf16, Bf16))], 100_000, Bf16);
        ModelShard shard = ModelShard.Of(model, new Placement(2, contextParallel: 2))[0];
        Assert.Equal((2L * 576 * 2 * 501) + (2 * 4 * 64 * 64 * 2), shard.KvBytesPerSession(1_001, Bf16));
    }

    private static IReadOnlyList<ModelShard> Shards(Placement placement, params string[] lines) => ModelShard.Of(
        new Model(
            new EntryInfo("m"), [new FullAttention(4, 2, 128)], 1_000, Bf16,
            architecture: new Architecture(new ArchitectureSizes("C", 512, 1000, 4, 8, 0), [.. lines.Select(WeightMatrix.Parse)])),
        placement);
}
