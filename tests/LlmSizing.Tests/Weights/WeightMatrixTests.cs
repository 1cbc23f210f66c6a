using System;
using System.Linq;
using Xunit;

namespace LlmSizing.Tests.Weights;

public class WeightMatrixTests
{
    [Theory]
    [InlineData("embedding embed_tokens 151936x2048 vocab bf16", 311_164_928, 622_329_856)]
    [InlineData("norm input_layernorm @0-47 2048 replicated bf16", 98_304, 196_608)]
    [InlineData("attention k_proj @0-47 512x2048 kv:4 bf16", 50_331_648, 100_663_296)]
    [InlineData("experts down_proj @3-60 256*7168x2048 row fp8_block", 217_969_590_272, 218_022_805_504)]
    [InlineData("state conv1d @0-46/2 8192x4 column fp32", 786_432, 3_145_728)]
    public void A_line_reads_back_and_counts(string line, long parameters, long bytes)
    {
        WeightMatrix matrix = WeightMatrix.Parse(line);
        Assert.Equal((line, parameters, bytes), (matrix.ToString(), matrix.Parameters, matrix.Bytes));
        Assert.Equal(matrix, WeightMatrix.Parse("  " + line.Replace(" ", "  ", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("attention q_proj 8x8 column")]
    [InlineData("attention q_proj @0-3 8x8 column bf16 more")]
    [InlineData("attention q_proj 0-3 8x8 column bf16")]
    [InlineData("attention q_proj @3-1 8x8 column bf16")]
    [InlineData("brain q_proj 8x8 column bf16")]
    [InlineData("attention q_proj 0x8 column bf16")]
    [InlineData("attention q_proj 8x column bf16")]
    [InlineData("attention q_proj x8 column bf16")]
    [InlineData("attention q_proj *8x8 column bf16")]
    [InlineData("attention q_proj 8*8*8 column bf16")]
    [InlineData("attention q_proj -8x8 column bf16")]
    [InlineData("attention q_proj 8.0x8 column bf16")]
    [InlineData("attention q_proj 8x8 kv bf16")]
    [InlineData("attention q_proj 8x8 kv:0 bf16")]
    [InlineData("attention q_proj 8x8 sideways bf16")]
    [InlineData("attention q_proj 8x8 column bf17")]
    [InlineData("attention q_proj 1000000000000x1000000000000 column bf16")]
    [InlineData("attention q_proj 1000000000001x1 column bf16")]
    public void A_line_that_is_none_is_refused(string line) => Assert.Equal("weights", Assert.Throws<SizingException>(() => WeightMatrix.Parse(line)).Input);

    [Theory]
    [InlineData("q4_0", 4.5)]
    [InlineData("q4_1", 5.0)]
    [InlineData("q5_0", 5.5)]
    [InlineData("q5_1", 6.0)]
    [InlineData("q8_0", 8.5)]
    [InlineData("q2_k", 2.625)]
    [InlineData("q3_k", 3.4375)]
    [InlineData("q4_k", 4.5)]
    [InlineData("q5_k", 5.5)]
    [InlineData("q6_k", 6.5625)]
    [InlineData("iq4_xs", 4.25)]
    [InlineData("iq4_nl", 4.5)]
    [InlineData("iq3_s", 3.4375)]
    [InlineData("iq2_xxs", 2.0625)]
    [InlineData("iq1_s", 1.5625)]
    [InlineData("mxfp4", 4.25)]
    [InlineData("int4_g128", 4.125)]
    [InlineData("awq_g128", 4.15625)]
    [InlineData("awq_g32", 4.625)]
    [InlineData("fp8_block", 8.001953125)]
    public void A_format_takes_its_bits_a_weight(string name, double bits) =>
        Assert.Equal((long)(bits * 4096 * 4096 / 8), WeightFormat.Find(name)!.Bytes(4096, 4096));

    [Fact]
    public void Scales_of_a_row_and_of_a_matrix_are_counted()
    {
        Assert.Equal((100L * 64) + (100 * 2), WeightFormat.Find("fp8_channel")!.Bytes(100, 64));
        Assert.Equal((100L * 64) + (100 * 4), WeightFormat.Find("fp8_row")!.Bytes(100, 64));
        Assert.Equal((100L * 64) + 4, WeightFormat.Find("fp8")!.Bytes(100, 64));
        Assert.Equal((100L * 64 / 2) + (100 * 64 / 16) + 8, WeightFormat.Find("nvfp4")!.Bytes(100, 64));
        // Tiles that the matrix does not fill count whole.
        Assert.Equal((130L * 129) + (2 * 2 * 4), WeightFormat.Find("fp8_block")!.Bytes(130, 129));
    }

    [Fact]
    public void Every_format_has_a_name_of_its_own() =>
        Assert.Equal(WeightFormat.All.Count, WeightFormat.All.Select(format => format.Name.ToUpperInvariant()).Distinct().Count());
}
