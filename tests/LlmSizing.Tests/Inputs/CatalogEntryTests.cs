using System;
using Xunit;

namespace LlmSizing.Tests.Inputs;

public class CatalogEntryTests
{
    private static readonly EntryInfo Info = new("entry");
    private static readonly LayerGroup[] Layers = [new FullAttention(1, 1, 1)];

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData(null)]
    public void An_entry_needs_a_name(string? name) => Assert.Equal("Name", Assert.Throws<SizingException>(() => new EntryInfo(name!)).Input);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_number_that_is_not_known_is_absent_and_never_zero(int value)
    {
        Refused("iops_read", () => new StorageProfile(Info, "x", iopsRead: value));
        Refused("iops_write", () => new StorageProfile(Info, "x", iopsWrite: value));
        Refused("throughput_read_gb_s", () => new StorageProfile(Info, "x", throughputReadGbS: value));
        Refused("throughput_write_gb_s", () => new StorageProfile(Info, "x", throughputWriteGbS: value));
        Refused("latency_p99_read_ms", () => new StorageProfile(Info, "x", latencyP99ReadMs: value));
        Refused("latency_p99_write_ms", () => new StorageProfile(Info, "x", latencyP99WriteMs: value));
        Refused("usable_hbm_per_gpu_gib", () => new Server(Info, 1, 80, usableHbmPerGpuGib: value));
        Refused("hbm_bandwidth_tb_s", () => new Server(Info, 1, 80, hbmBandwidthTbS: value));
        Refused("hbm_per_gpu_gb", () => new Server(Info, 1, value));
        Refused("gpus", () => new Server(Info, value, 80));
        Refused("total_params_b", () => new Model(Info, Layers, 1, KvPrecision.All[0], totalParamsB: value));
        Refused("active_params_b", () => new Model(Info, Layers, 1, KvPrecision.All[0], activeParamsB: value));
        Refused("weights_gib", () => new Model(Info, Layers, 1, KvPrecision.All[0], weightsGib: value));
        Refused("max_position_embeddings", () => new Model(Info, Layers, value, KvPrecision.All[0]));
        Refused("count", () => new FullAttention(value, 1, 1));
        Refused("num_key_value_heads", () => new FullAttention(1, value, 1));
        Refused("head_dim", () => new SlidingAttention(1, 1, value, 1));
        Refused("value_head_dim", () => new SlidingAttention(1, 1, 1, 1, value));
        Refused("sliding_window", () => new SlidingAttention(1, 1, 1, value));
    }

    [Fact]
    public void Numbers_that_do_not_fit_are_refused_when_the_entry_is_made()
    {
        Refused("hbm_per_gpu_gb", () => new Server(Info, 2, 9_223_372_036m));
        Refused("hbm_per_gpu_gb", () => new Server(Info, 1, 9_223_372_037m));
        Refused("hbm_per_gpu_gb", () => new Server(Info, 1, decimal.MaxValue));
        Refused("hbm_per_gpu_gb", () => new Server(Info, 1, 0.0000000001m));
        Refused("gpus", () => new Server(Info, 1_000_001, 80));
        Refused("weights_gib", () => new Model(Info, Layers, 1, KvPrecision.All[0], weightsGib: 1_000_000.1m));
        Refused("throughput_read_gb_s", () => new StorageProfile(Info, "x", throughputReadGbS: 1.0000000001m));
        Refused("layers", () => new Model(Info, [], 1, KvPrecision.All[0]));
        Refused("layers", () => new Model(Info, [new FullAttention(long.MaxValue, 1, 1), new FullAttention(1, 1, 1)], 1, KvPrecision.All[0]));
    }

    [Fact]
    public void The_shape_of_a_model_is_read_from_its_layer_groups()
    {
        Model seed = Given.Model();
        Assert.Equal((24, 12, 12), (seed.NumLayers, seed.FullLayers, seed.SlidingLayers));
        Assert.Equal((8, 64, 128, "hybrid"), (seed.NumKeyValueHeads, seed.HeadDim, seed.SlidingWindow, seed.AttentionPattern));

        Model full = Given.Model([new FullAttention(4, 8, 128)]);
        Assert.Equal(("full", null), (full.AttentionPattern, full.SlidingWindow));

        Model sliding = Given.Model([new SlidingAttention(4, 8, 128, 64), new SlidingAttention(2, 4, 128, 32)]);
        Assert.Equal("sliding", sliding.AttentionPattern);
        Assert.Null(sliding.SlidingWindow);
        Assert.Null(sliding.NumKeyValueHeads);
        Assert.Equal(128, sliding.HeadDim);
    }

    [Fact]
    public void A_catalog_cannot_be_changed_through_the_list_it_was_made_from()
    {
        LayerGroup[] layers = [new FullAttention(1, 1, 1)];
        Model model = Given.Model(layers);
        layers[0] = new FullAttention(99, 1, 1);
        Assert.Equal(1, model.Layers[0].Count);
    }

    [Theory]
    [InlineData("fp8", "fp8")]
    [InlineData("FP8", "fp8")]
    [InlineData("Bf16", "bf16")]
    public void A_precision_is_found_whatever_its_case(string text, string name) => Assert.Equal(name, KvPrecision.Find(text)!.Name);

    [Theory]
    [InlineData("")]
    [InlineData("fp")]
    [InlineData("fp8 ")]
    [InlineData("fp64")]
    [InlineData("\u0131nt8")]
    public void An_unknown_precision_is_not_found(string text) => Assert.Null(KvPrecision.Find(text));

    private static void Refused(string field, Func<object> create)
    {
        SizingException refused = Assert.Throws<SizingException>(create);
        Assert.Equal(field, refused.Input);
        Assert.Contains(field == "layers" ? "layer" : field, refused.Message, StringComparison.Ordinal);
    }
}
