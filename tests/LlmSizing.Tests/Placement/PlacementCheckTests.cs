using System.Linq;
using Xunit;

namespace LlmSizing.Tests.Placements;

/// <summary>What an engine refuses is told beforehand, with the numbers.</summary>
public class PlacementCheckTests
{
    [Theory]
    [InlineData(14, 14, new long[] { 1, 2, 7, 14 })]
    [InlineData(14, 2, new long[] { 1, 2, 14 })]
    [InlineData(128, 128, new long[] { 1, 2, 4, 8, 16, 32, 64, 128 })]
    [InlineData(64, 8, new long[] { 1, 2, 4, 8, 16, 32, 64 })]
    public void Tensor_parallelism_divides_the_heads(long heads, long keyValueHeads, long[] admitted) => Assert.Equal(
        admitted, Enumerable.Range(1, 128).Select(degree => (long)degree)
            .Where(degree => PlacementCheck.FirstProblem(Placed.Small(heads, keyValueHeads, "norm norm 8 replicated bf16"), new Placement(degree)) is null));

    [Fact]
    public void The_reason_names_the_number_and_what_to_write()
    {
        PlacementProblem problem = PlacementCheck.FirstProblem(Placed.Llama70B(), new Placement(3))!;
        Assert.Equal("heads_not_divisible", problem.Code);
        Assert.Equal("TensorParallel of 3 does not divide the 64 attention heads: write 1, 2, 4, 8, 16, 32, 64.", problem.Message);
    }

    [Theory]
    [InlineData("fp8_block", 4, null)]
    [InlineData("fp8_block", 8, "scales_not_divisible")]
    [InlineData("bf16", 8, null)]
    [InlineData("int4_g128", 8, "scales_not_divisible")]
    [InlineData("fp8_channel", 8, null)]
    public void Scales_of_a_block_are_not_cut(string format, long tensorParallel, string? code)
    {
        // Experts of 1536 on 8 GPUs leave 192, as MiniMax-M2 and Qwen3-235B in FP8 on TP8.
        Model model = Placed.Small(64, 8, $"experts gate_proj @0-3 64*1536x4096 column {format}", $"experts down_proj @0-3 64*4096x1536 row {format}");
        Assert.Equal(code, PlacementCheck.FirstProblem(model, new Placement(tensorParallel))?.Code);
    }

    [Fact]
    public void Experts_dealt_whole_keep_their_scales()
    {
        var sizes = new ArchitectureSizes("C", 512, 1000, 4, 64, 0, 64, 8, 1536);
        var model = new Model(
            new EntryInfo("m"), [new FullAttention(4, 8, 64)], 8_192, Placed.Bf16,
            architecture: new Architecture(sizes, [WeightMatrix.Parse("experts gate_proj @0-3 64*1536x4096 column fp8_block")]));
        PlacementProblem problem = PlacementCheck.FirstProblem(model, new Placement(8))!;
        Assert.Contains("192 output features", problem.Message);
        Assert.Contains("ExpertParallel", problem.Message);
        Assert.Null(PlacementCheck.FirstProblem(model, new Placement(8, expertParallel: 8)));
    }

    [Fact]
    public void Stages_beyond_the_layers_are_refused() =>
        Assert.Equal("pipeline_beyond_layers", PlacementCheck.FirstProblem(Placed.Small(), new Placement(pipelineParallel: 5))?.Code);

    [Fact]
    public void Experts_of_a_dense_model_are_refused() =>
        Assert.Equal("experts_too_few", PlacementCheck.FirstProblem(Placed.Small(), new Placement(2, expertParallel: 2))?.Code);

    [Theory]
    [InlineData(8, 2, "context_parallel_beyond_copies")]
    [InlineData(16, 2, null)]
    [InlineData(16, 4, "context_parallel_beyond_copies")]
    public void Context_parallelism_takes_the_place_of_copied_heads(long tensorParallel, long contextParallel, string? code) => Assert.Equal(
        code, PlacementCheck.FirstProblem(Placed.Small(64, 8, "norm norm 8 replicated bf16"), new Placement(tensorParallel, contextParallel: contextParallel))?.Code);

    [Fact]
    public void A_latent_cache_is_split_by_context_as_far_as_tensor_parallelism_goes() =>
        Assert.Null(PlacementCheck.FirstProblem(Placed.LatentMixture(), new Placement(8, expertParallel: 8, contextParallel: 8)));

    [Fact]
    public void State_heads_are_divided()
    {
        var model = new Model(
            new EntryInfo("m"), [new FullAttention(4, 8, 64), new RecurrentState("mamba2", 4, new StateShape(256, 4, 1, 12, 64, 128, Placed.Bf16, Placed.Bf16))], 8_192, Placed.Bf16);
        Assert.Equal("state_heads_not_divisible", PlacementCheck.FirstProblem(model, new Placement(8))?.Code);
        Assert.Null(PlacementCheck.FirstProblem(model, new Placement(4)));
    }

    [Fact]
    public void A_side_that_does_not_divide_is_refused_and_one_of_a_tower_is_not()
    {
        Assert.Equal("matrix_not_divisible", PlacementCheck.FirstProblem(Placed.Small(8, 2, "mlp up_proj @0-3 2047x512 column bf16"), new Placement(2))?.Code);
        Assert.Null(PlacementCheck.FirstProblem(Placed.Small(8, 2, "vision up_proj @0-3 2047x512 column bf16"), new Placement(2)));
    }

    [Fact]
    public void A_plan_of_a_refused_placement_throws_the_reason()
    {
        SizingException error = Assert.Throws<SizingException>(() => Placed.Plan(Placed.Llama70B(), new Placement(3)));
        Assert.Equal("TensorParallel", error.Input);
    }
}
