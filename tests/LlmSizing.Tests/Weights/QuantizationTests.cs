using System.Linq;
using LlmSizing.Tests.Placements;
using Xunit;

namespace LlmSizing.Tests.Weights;

public class QuantizationTests
{
    private static readonly Texts Words = EchoTexts.Create();

    [Fact]
    public void Published_is_the_model_itself()
    {
        Model model = Placed.Llama70B();
        Assert.Same(model, QuantizationList.Find("PUBLISHED")!.Apply(model));
        Assert.Same(model, QuantizationList.Find("bf16")!.Apply(model));
        Assert.Null(QuantizationList.Find("q9"));
    }

    [Fact]
    public void Linear_layers_are_stored_in_the_format_and_the_rest_in_16_bits()
    {
        Model stored = QuantizationList.Find("fp8")!.Apply(Placed.Llama70B());
        Assert.Equal(
            ["attention fp8", "embedding bf16", "head bf16", "mlp fp8", "norm bf16"],
            stored.Architecture!.Weights.Select(matrix => $"{matrix.Component} {matrix.Format}").Distinct().Order());
    }

    [Fact]
    public void Bytes_are_exact_with_their_scales()
    {
        long linear = 80L * ((2 * 8192L * 8192) + (2 * 1024 * 8192) + (3 * 28_672L * 8192));
        long rest = ((2 * 128_256L * 8192) + 8192 + (160 * 8192)) * 2;
        Assert.Equal(rest + linear + (7 * 80 * 4), Bytes("fp8"));
        Assert.Equal(rest + linear + (linear / 16_384 * 4), Bytes("fp8_block"));
        Assert.Equal(rest + (linear / 2) + (linear / 128 * 20 / 8), Bytes("awq_g128"));
        Assert.Equal(rest + (linear / 2) + (linear / 16) + (7 * 80 * 8), Bytes("nvfp4"));
        Assert.Equal(rest + (linear / 32 * 17), Bytes("mxfp4"));
        Assert.Equal(rest + (linear * 2), Bytes("fp16"));
    }

    [Fact]
    public void Experts_alone_may_be_quantised()
    {
        Model stored = QuantizationList.Find("mxfp4_experts")!.Apply(Placed.LatentMixture());
        Assert.All(stored.Architecture!.Weights, matrix => Assert.Equal(matrix.Component == "experts" ? "mxfp4" : "bf16", matrix.Format.Name));
    }

    [Fact]
    public void Convolutions_and_vectors_stay()
    {
        Model model = Placed.Small(8, 2, "state conv1d @0-3 4096x4 column bf16", "state in_proj @0-3 4096x512 column bf16", "attention bias @0-3 512 column bf16");
        Assert.Equal(["bf16", "int8", "bf16"], QuantizationList.Find("int8")!.Apply(model).Architecture!.Weights.Select(matrix => matrix.Format.Name));
    }

    [Fact]
    public void The_size_of_the_files_says_nothing_about_another_format()
    {
        Model model = Placed.Llama70B(weightsGib: 131.4m);
        Assert.NotNull(new ModelWeights(model).FileBytes);
        Assert.Null(new ModelWeights(model, QuantizationList.Find("fp8")).FileBytes);
    }

    [Fact]
    public void A_row_for_each_part_and_one_for_the_whole()
    {
        ComponentWeights[] rows = [.. new ModelWeights(Placed.Llama70B(weightsGib: 131.4m), placement: new Placement(8)).Rows(Words)];
        Assert.Equal(["embedding", "head", "attention", "mlp", "norm", "total"], rows.Select(row => row.Component));
        Assert.Equal(rows[^1].Bytes, rows[..^1].Sum(row => row.Bytes));
        Assert.Equal(rows[^1].BytesPerGpu, rows[..^1].Sum(row => row.BytesPerGpu));
        Assert.Equal(70_553_706_496, rows[^1].Parameters);
        Assert.Equal(1, rows[..^1].Sum(row => row.Share), 9);
        Assert.Equal(0.01, rows[^1].DifferencePercent!.Value, 1);
        Assert.All(rows[..^1], row => Assert.Null(row.FileBytes));
        Assert.Contains("k_proj: 80 layers × 1024 × 8192 in bf16 = 1342177280 bytes, 167772160 per GPU", rows[2].Rationale.Formula);
    }

    [Fact]
    public void The_fullest_stage_counts()
    {
        var weights = new ModelWeights(Placed.Llama70B(), placement: new Placement(1, 3));
        Assert.Equal(weights.Shards.Max(shard => shard.WeightBytes), weights.Rows(Words).Last().BytesPerGpu);
    }

    [Fact]
    public void Without_an_architecture_there_are_no_weights()
    {
        SizingException error = Assert.Throws<SizingException>(() => new ModelWeights(Given.Model()));
        Assert.Contains("has no weights", error.Message);
    }

    [Fact]
    public void Names_are_unique_and_formats_known() =>
        Assert.Equal(QuantizationList.All.Count, QuantizationList.All.Select(known => known.Name).Distinct().Count());

    private static long Bytes(string name) => new ModelWeights(Placed.Llama70B(), QuantizationList.Find(name)).Bytes;
}
