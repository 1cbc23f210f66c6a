using System;
using System.Linq;
using Xunit;

namespace LlmSizing.Tests.Attention;

/// <summary>What each layout keeps; the numbers are the published ones, or worked out by hand from the published sizes.</summary>
public class LayoutTests
{
    private static readonly KvPrecision Bf16 = KvPrecision.Find("bf16")!;
    private static readonly KvPrecision Fp8 = KvPrecision.Find("fp8")!;

    [Theory]
    [InlineData("bf16", 1, 70_272)]
    [InlineData("bf16", 8, 70_272)]
    [InlineData("fp8", 1, 35_136)]
    [InlineData("fp8_ds_mla", 1, 40_016)]
    public void A_latent_is_whole_on_every_gpu(string precision, long tensorParallel, long bytes) =>
        Assert.Equal(bytes, new LatentAttention(61, 512, 64).BytesPerSession(1, KvPrecision.Find(precision)!, tensorParallel));

    [Theory]
    [InlineData("fp8/bf16", 47_092)] // 61 × (512 + 64 × 2 + 132)
    [InlineData("fp8_ds_mla", 48_068)] // 61 × (656 + 132)
    public void Sparse_attention_keeps_the_whole_latent_and_its_indexer(string precision, long bytes)
    {
        var sparse = new LatentAttention(61, 512, 64, indexHeadDim: 128);
        Assert.Equal(132, sparse.IndexBytes);
        Assert.Equal(bytes, sparse.BytesPerSession(1, KvPrecision.Find(precision)!));
        Assert.Equal(100_000 * bytes, sparse.BytesPerSession(100_000, KvPrecision.Find(precision)!));
    }

    [Theory]
    [InlineData(1, 327_680)]
    [InlineData(4, 81_920)]
    [InlineData(16, 40_960)]
    public void A_gpu_keeps_at_least_one_head(long tensorParallel, long bytes) =>
        Assert.Equal(bytes, new FullAttention(80, 8, 128).BytesPerSession(1, Bf16, tensorParallel));

    [Fact]
    public void Keys_and_values_of_different_width_are_added() =>
        Assert.Equal(10L * 4 * (192 + 128) * 2 * 1_000, new FullAttention(10, 4, 192, 128).BytesPerSession(1_000, Bf16));

    [Fact]
    public void A_window_and_a_chunk_bound_what_is_kept()
    {
        var sliding = new SlidingAttention(25, 8, 256, 1_024);
        var global = new FullAttention(5, 2, 512);
        Assert.Equal(5_578_424_320, sliding.BytesPerSession(262_144, Bf16) + global.BytesPerSession(262_144, Bf16));
        Assert.Equal(2_710_568_960, sliding.BytesPerSession(262_144, Bf16, 8) + global.BytesPerSession(262_144, Bf16, 8));
        Assert.Equal(36L * 8_192 * 2 * 8 * 128 * 2, new ChunkedAttention(36, 8, 128, 8_192).BytesPerSession(1_000_000, Bf16));
        Assert.Equal(36L * 100 * 2 * 8 * 128 * 2, new ChunkedAttention(36, 8, 128, 8_192).BytesPerSession(100, Bf16));
    }

    [Fact]
    public void Layers_that_share_a_cache_keep_nothing() => Assert.Equal(0, new SharedCache(15).BytesPerSession(1_000_000, Bf16));

    [Fact]
    public void An_encoders_tokens_are_as_many_for_every_context()
    {
        var cross = new CrossAttention(32, 20, 64, 1_500);
        Assert.Equal(2L * 20 * 64 * 2 * 32 * 1_500, cross.BytesPerSession(1, Bf16));
        Assert.Equal(cross.BytesPerSession(1, Bf16), cross.BytesPerSession(448, Bf16));
    }

    [Fact]
    public void A_mamba_2_state_repeats_its_groups_over_the_gpus()
    {
        // d_inner 4096 in 64 heads of 64, state 128, 8 groups, kernel 4; state in fp32.
        var state = new RecurrentState("mamba2", 1, new StateShape(4_096, 4, 8, 64, 64, 128, Bf16, KvPrecision.Find("fp32")!));
        Assert.Equal((3L * (4_096 + (2 * 8 * 128)) * 2) + (64 * 64 * 128 * 4), state.BytesPerSession(1, Bf16));
        Assert.Equal((3L * (4_096 + (2 * 8 * 128)) / 8 * 2) + (8 * 64 * 128 * 4), state.BytesPerSession(1, Bf16, 8));
        Assert.Equal((3L * (4_096 + (2 * 16 * 128)) / 16 * 2) + (4 * 64 * 128 * 4), state.BytesPerSession(1, Bf16, 16));
        Assert.Equal(state.BytesPerSession(1, Bf16), state.BytesPerSession(1_000_000, Fp8));
    }

    [Fact]
    public void A_gated_delta_net_keeps_a_convolution_and_a_square_per_head()
    {
        // Qwen3-Next: 16 key heads of 128, 32 value heads of 128, kernel 4.
        var state = new RecurrentState("gated_delta_net", 36, new StateShape((2 * 16 * 128) + (32 * 128), 4, 0, 32, 128, 128, Bf16, KvPrecision.Find("fp32")!));
        Assert.Equal(36L * ((3 * 8_192 * 2) + (32 * 128 * 128 * 4)), state.BytesPerSession(262_144, Bf16));
    }

    [Fact]
    public void A_short_convolution_has_no_recurrent_state() =>
        Assert.Equal(10L * 2 * 2_048 * 2, new RecurrentState("short_conv", 10, new StateShape(2_048, 3, 0, 0, 0, 0, Bf16, Bf16)).BytesPerSession(5, Bf16));

    [Fact]
    public void A_compressed_layer_keeps_a_window_and_one_entry_for_several_tokens()
    {
        long light = new CompressedAttention(1, 512, 128, 4, 128).BytesPerSession(100_001, Bf16);
        Assert.Equal((128L * 512 * 2) + (25_000 * 512 * 2) + (2 * 4 * 2 * 512 * 4) + (25_000 * 128 / 2) + (2 * 4 * 2 * 128 * 4), light);
        long heavy = new CompressedAttention(1, 512, 128, 128, 128).BytesPerSession(100_001, Bf16);
        Assert.Equal((128L * 512 * 2) + (781 * 512 * 2) + (2 * 128 * 512 * 4), heavy);
        Assert.Equal(128L * 512 * 2, new CompressedAttention(1, 512, 128, 0, 128).BytesPerSession(100_001, Bf16));
    }

    [Theory]
    [InlineData("nvfp4", 0.5625)]
    [InlineData("mxfp4", 0.53125)]
    [InlineData("q4_0", 0.5625)]
    [InlineData("q5_1", 0.75)]
    [InlineData("q8_0", 1.0625)]
    [InlineData("fp8_e5m2", 1)]
    [InlineData("bfloat16", 2)]
    public void A_precision_counts_its_scales(string name, double bytesPerElement)
    {
        KvPrecision precision = KvPrecision.Find(name)!;
        Assert.Equal((decimal)bytesPerElement, precision.BytesPerElement);
        Assert.Equal((long)(bytesPerElement * 2 * 8 * 128 * 1_000), new FullAttention(1, 8, 128).BytesPerSession(1_000, precision));
    }

    [Fact]
    public void Keys_and_values_may_be_stored_apart()
    {
        Assert.Equal(8L * 128 * 34 / 32 + (8 * 128 * 18 / 32), new FullAttention(1, 8, 128).TokenBytes(KvPrecision.Find("Q8_0/q4_0")!));
        Assert.Equal("fp8", KvPrecision.Find("fp8/FP8")!.Name);
        Assert.Null(KvPrecision.Find("fp8/"));
        Assert.Null(KvPrecision.Find("/"));
        Assert.Null(KvPrecision.Find("fp8/fp8_ds_mla"));
        Assert.Null(KvPrecision.Find("fp8/int8_per_token_head"));
        Assert.Null(KvPrecision.Find("fp8/fp8/fp8"));
    }

    [Fact]
    public void A_scale_per_token_and_head_adds_eight_bytes() =>
        Assert.Equal(8L * (128 + 128 + 8), new FullAttention(1, 8, 128).TokenBytes(KvPrecision.Find("int8_per_token_head")!));

    [Theory]
    [InlineData(0, 12, 2)]
    [InlineData(12, 24, 2)]
    [InlineData(24, 36, 2)]
    [InlineData(0, 48, 8)]
    [InlineData(3, 4, 1)]
    public void Layers_without_places_are_spread_evenly(long first, long end, long count) =>
        Assert.Equal(count, new FullAttention(8, 1, 1).CountIn(first, end, 48));

    [Fact]
    public void Every_stage_adds_up_to_the_group()
    {
        for (long layers = 1; layers <= 40; layers++)
        {
            for (long count = 1; count <= layers; count++)
            {
                var group = new FullAttention(count, 1, 1);
                Assert.Equal(count, Enumerable.Range(0, (int)layers).Sum(layer => group.CountIn(layer, layer + 1, layers)));
                Assert.All(Enumerable.Range(0, (int)layers), layer => Assert.InRange(group.CountIn(layer, layer + 1, layers), 0, 1));
            }
        }
    }

    [Fact]
    public void Places_that_are_not_as_many_as_the_layers_are_refused() =>
        Assert.Equal("at", Assert.Throws<SizingException>(() => new FullAttention(3, 1, 1, at: LayerSet.Parse("0-3"))).Input);

    [Fact]
    public void A_state_of_nothing_is_refused() => Assert.Throws<SizingException>(() => new StateShape(0, 0, 0, 0, 0, 0, Bf16, Bf16));

    [Fact]
    public void A_mechanism_that_is_not_known_is_refused() =>
        Assert.Equal("layout", Assert.Throws<SizingException>(() => new RecurrentState("lstm", 1, new StateShape(1, 2, 0, 0, 0, 0, Bf16, Bf16))).Input);

    [Fact]
    public void Bytes_beyond_64_bits_are_an_overflow() =>
        Assert.Throws<OverflowException>(() => new FullAttention(1_000_000, 1_000_000, 1_000_000).BytesPerSession(1_000_000_000, Bf16));
}
