using Xunit;

namespace LlmSizing.Tests.Engines;

public class SglangTests
{
    private static readonly Engine Sglang = EngineList.Find("sglang")!;

    [Fact]
    public void The_share_of_an_h100_with_eight_gpus_is_what_is_left_of_14848_mib()
    {
        var placement = new Placement(tensorParallel: 8);

        Assert.Equal((14_848m, 0.819m), (SglangFraction.ReservedMib(81_920, placement), SglangFraction.Of(81_920, placement)));
    }

    [Fact]
    public void Data_parallel_attention_of_eight_adds_eighteen_gib() =>
        Assert.Equal(18_432m, SglangFraction.DataParallelMib(new Placement(dataParallel: 8, dataParallelAttention: true), 512));

    [Fact]
    public void A_large_gpu_keeps_ten_gib_at_least() =>
        Assert.Equal(13_440m, SglangFraction.ReservedMib(81_920, new Placement()));

    [Theory]
    // What was free before loading, weights and the tokens that were printed.
    [InlineData(22.39, 15.02, 38_141, 1.0)]
    [InlineData(191.41, 15.08, 1_256_440, 0.1)]
    public void Tokens_are_what_the_share_leaves_beside_the_weights(double free, double weights, long tokens, double percent)
    {
        Model model = Served.Model([new FullAttention(32, 8, 128)]);

        EngineMemory memory = Sglang.Predict(model, new Placement(), Gib(free), new EngineSettings(memoryFraction: 0.88m), weightBytes: Gib(weights));

        Assert.InRange(memory.KvTokens, tokens * (1 - (percent / 100)), tokens * (1 + (percent / 100)));
    }

    [Fact]
    public void A_share_below_the_weights_does_not_fit()
    {
        Model model = Served.Model([new LatentAttention(61, 512, 64)]);

        EngineMemory memory = Sglang.Predict(model, new Placement(8), Gib(137.9), new EngineSettings(memoryFraction: 0.88m), weightBytes: Gib(125.65));

        Assert.Equal((false, "weights", 0), (memory.Fits, memory.Reason, memory.KvTokens));
        Assert.True(memory.KvAvailableBytes < 0);
    }

    [Fact]
    public void A_latent_cache_is_whole_on_both_gpus()
    {
        Model model = Served.Model([new LatentAttention(47, 512, 64)]);

        EngineMemory memory = Sglang.Predict(model, new Placement(2), Gib(64), new EngineSettings(kvCacheBytes: Gib(19.3567)), weightBytes: 0);

        Assert.InRange(memory.KvTokens, 383_800, 383_900);
    }

    [Fact]
    public void Sliding_layers_get_eight_tenths_of_the_tokens()
    {
        Model model = Served.Model([new FullAttention(12, 8, 64), new SlidingAttention(12, 8, 64, 128)]);

        EngineMemory memory = Sglang.Predict(model, new Placement(), Gib(80), new EngineSettings(kvCacheBytes: 18 * 12 * 2048 * 1000L), weightBytes: 0);

        Assert.Equal(10_000, memory.KvTokens);
    }

    [Fact]
    public void States_take_nine_nineteenths_of_the_pool()
    {
        KvPrecision fp32 = KvPrecision.Find("fp32")!;
        Model model = Served.Model([new FullAttention(10, 1, 64), new RecurrentState("kda", 10, new StateShape(0, 0, 0, 1, 16, 16, fp32, fp32))]);

        EngineMemory memory = Sglang.Predict(model, new Placement(), Gib(80), new EngineSettings(kvCacheBytes: 19 * 2560 * 1000L, maxModelLength: 1000), weightBytes: 0);

        Assert.Equal(10_000, memory.KvTokens);
    }

    private static long Gib(double gib) => (long)(gib * ByteUnits.GiB);
}
