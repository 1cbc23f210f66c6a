using System.Linq;
using Xunit;

namespace LlmSizing.Tests.Weights;

/// <summary>Mixes against the sizes of files that gpustack/gguf-parser-go's README states.</summary>
public class GgufMixTests
{
    [Theory]
    [InlineData("q4_k_m", false, 28, 3_584, 18_944, 28, 4, 152_064, true, 4.36)]
    [InlineData("q8_0", false, 28, 3_584, 18_944, 28, 4, 152_064, true, 7.54)]
    [InlineData("q4_k_m", false, 80, 8_192, 29_568, 64, 8, 152_064, true, 44.15)]
    [InlineData("q4_k_m", false, 80, 8_192, 28_672, 64, 8, 128_256, false, 39.59)]
    [InlineData("q4_0", true, 80, 8_192, 28_672, 64, 8, 128_256, false, 37.35)]
    public void A_file_has_the_size_that_is_stated(string mix, bool matrix, long layers, long hidden, long intermediate, long heads, long keyHeads, long vocabulary, bool bias, double gib)
    {
        Architecture model = Dense(layers, hidden, intermediate, heads, keyHeads, vocabulary, bias);

        Assert.Equal(gib, System.Math.Round(GgufMixes.Find(mix)!.Store(model, matrix).Sum(line => line.Bytes) / (double)ByteUnits.GiB, 2));
    }

    [Fact]
    public void A_small_tied_model_in_fp16_has_the_size_that_is_stated()
    {
        Architecture model = Dense(28, 1_536, 8_960, 12, 2, 151_936, bias: true, isTied: true);

        Assert.Equal(2.88, System.Math.Round(GgufMixes.Find("f16")!.Store(model).Sum(line => line.Bytes) / (double)ByteUnits.GiB, 2));
    }

    [Fact]
    public void Values_and_down_projections_get_more_bits_in_some_layers()
    {
        Architecture model = Dense(16, 256, 512, 4, 2, 64, bias: false);

        string[] stored = GgufMixes.Find("q4_k_m")!.Store(model).Select(line => line.ToString()).ToArray();

        Assert.Contains("attention v_proj @0-1,4-13/3,14-15 256x256 kv:2 q6_k", stored);
        Assert.Contains("embedding embed_tokens 64x256 vocab q4_k", stored);
        Assert.Contains("head lm_head 64x256 vocab q6_k", stored);
        Assert.Contains("norm input_layernorm @0-15 256 replicated fp32", stored);
    }

    [Fact]
    public void Every_mix_keeps_every_parameter()
    {
        Architecture model = Dense(9, 320, 544, 5, 1, 100, bias: true);

        Assert.All(GgufMixes.All, mix => Assert.Equal(model.Parameters, mix.Store(model).Sum(line => line.Parameters)));
    }

    [Fact]
    public void Rows_that_a_format_cannot_hold_fall_back()
    {
        Architecture model = Dense(2, 320, 544, 5, 1, 100, bias: false);

        Assert.Contains("mlp gate_proj @0-1 544x320 column q5_0", GgufMixes.Find("q4_k_s")!.Store(model).Select(line => line.ToString()));
    }

    [Fact]
    public void Experts_alone_are_mxfp4()
    {
        var sizes = new ArchitectureSizes("M", 256, 64, 1, 4, 0, 8, 2, 256);
        var model = new Architecture(sizes, [WeightMatrix.Parse("experts up_proj @0 8*256x256 column bf16"), WeightMatrix.Parse("attention q_proj @0 256x256 column bf16"), WeightMatrix.Parse("router gate @0 8x256 replicated bf16")]);

        Assert.Equal(["mxfp4", "q8_0", "fp32"], GgufMixes.Find("gguf_mxfp4")!.Store(model).Select(line => line.Format.Name));
    }

    private static Architecture Dense(long layers, long hidden, long intermediate, long heads, long keyHeads, long vocabulary, bool bias, bool isTied = false)
    {
        const long Dim = 128;
        string at = $"@0-{layers - 1}";
        string[] lines =
        [
            $"embedding embed_tokens {vocabulary}x{hidden} vocab bf16",
            $"norm norm {hidden} replicated bf16",
            $"norm input_layernorm {at} {hidden} replicated bf16",
            $"norm post_attention_layernorm {at} {hidden} replicated bf16",
            $"attention q_proj {at} {heads * Dim}x{hidden} column bf16",
            $"attention k_proj {at} {keyHeads * Dim}x{hidden} kv:{keyHeads} bf16",
            $"attention v_proj {at} {keyHeads * Dim}x{hidden} kv:{keyHeads} bf16",
            $"attention o_proj {at} {hidden}x{heads * Dim} row bf16",
            $"mlp gate_proj {at} {intermediate}x{hidden} column bf16",
            $"mlp up_proj {at} {intermediate}x{hidden} column bf16",
            $"mlp down_proj {at} {hidden}x{intermediate} row bf16",
        ];
        string[] more =
        [
            .. isTied ? [] : new[] { $"head lm_head {vocabulary}x{hidden} vocab bf16" },
            .. bias ? new[] { $"attention q_proj.bias {at} {heads * Dim} column bf16", $"attention k_proj.bias {at} {keyHeads * Dim} kv:{keyHeads} bf16", $"attention v_proj.bias {at} {keyHeads * Dim} kv:{keyHeads} bf16" } : [],
        ];
        return new Architecture(new ArchitectureSizes("LlamaForCausalLM", hidden, vocabulary, layers, heads, intermediate), lines.Concat(more).Select(WeightMatrix.Parse).ToArray());
    }
}
