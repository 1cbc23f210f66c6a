using Xunit;

namespace LlmSizing.Tests.Attention;

public class SessionKvCacheTests
{
    public static TheoryData<string, LayerGroup[], long, string, long> Known => new()
    {
        // The seed report.
        { "gpt-oss-20b fp8 64k", [new FullAttention(12, 8, 64), new SlidingAttention(12, 8, 64, 128)], 65_536, "fp8", 806_879_232 },
        // AIConfigurator 095f58a5, tests/unit/sdk/test_memory_estimation.py: test_naive_kv_per_token_standard, lines 685 and 714.
        { "Llama-3-70B bf16, a token", [new FullAttention(80, 8, 128)], 1, "bf16", 327_680 },
        { "48 layers of 8 x 128 bf16, a token", [new FullAttention(48, 8, 128)], 1, "bf16", 196_608 },
        { "GPT-2 bf16, a token", [new FullAttention(12, 12, 64)], 1, "bf16", 36_864 },
        // The same file, test_naive_hybrid_mode_caps_swa_past_window: a budget of 125,890,560 bytes holds 1,027 tokens.
        { "25 windows of 1,024 and 5 full, 1,027 tokens", [new SlidingAttention(25, 8, 128, 1024), new FullAttention(5, 8, 128)], 1_027, "bf16", 125_890_560 },
        // The same project, tests/unit/sdk/test_utils.py: test_kvcache_bytes_window_caps_swa.
        { "Gemma 4 26B bf16 256k", [new SlidingAttention(25, 8, 256, 1024), new FullAttention(5, 2, 512)], 262_144, "bf16", 5_578_424_320 },
        // hf-mem e9946791, README.md.
        { "MiniMax-M2 fp8 192k", [new FullAttention(62, 8, 128)], 196_608, "fp8", 24_964_497_408 },
        // calculadoraSizingInfraIA b3896345, README.md: about 2.25 GiB.
        { "gpt-oss-120b fp8 128k", [new FullAttention(18, 8, 64), new SlidingAttention(18, 8, 64, 128)], 131_072, "fp8", 2_418_278_400 },
        // vLLM 002f10e0, tests/v1/core/test_kv_cache_utils.py: test_estimate_max_model_len, 16,384 tokens in 8 GiB.
        { "Qwen1.5-7B fp16 16k", [new FullAttention(32, 32, 128)], 16_384, "fp16", 8_589_934_592 },
        { "Llama-2-7B bf16, a token", [new FullAttention(32, 32, 128)], 1, "bf16", 524_288 },
        { "Llama-2-7B bf16 4k", [new FullAttention(32, 32, 128)], 4_096, "bf16", 2_147_483_648 },
        // llm-d-planner e50305af, tests/integration/test_capacity_planner.py: test_kv_cache_req, 0.11444 GiB.
        { "Qwen2.5-0.5B bf16 10,000", [new FullAttention(24, 2, 64)], 10_000, "bf16", 122_880_000 },
        // ollama issue 1800: 640 MiB.
        { "Llama-2-70B f16 2k", [new FullAttention(80, 8, 128)], 2_048, "fp16", 671_088_640 },
        // gguf-parser-go 8dc7a622, README.md, lines 110 and 389: 7 GiB and 40 GiB at 131,072.
        { "DeepSeek-R1-Distill-Qwen-7B f16 128k", [new FullAttention(28, 4, 128)], 131_072, "fp16", 7L << 30 },
        { "Llama-3.1-70B f16 128k", [new FullAttention(80, 8, 128)], 131_072, "fp16", 40L << 30 },
        // Keys of 192 and values of 128.
        { "unequal heads", [new FullAttention(2, 4, 192, 128)], 10, "bf16", 2 * 4 * 320 * 10 * 2 },
    };

    [Theory]
    [MemberData(nameof(Known))]
    public void A_known_model_keeps_a_known_number_of_bytes(string what, LayerGroup[] layers, long context, string precision, long bytes)
    {
        var cache = new SessionKvCache(Given.Model(layers, 1_000_000, name: what), context, KvPrecision.Find(precision));
        Assert.Equal(bytes, cache.ComputeBytes());
    }

    [Theory]
    [InlineData(127, 127)]
    [InlineData(128, 128)]
    [InlineData(129, 128)]
    [InlineData(1_000_000_000, 128)]
    public void A_window_keeps_no_more_than_its_tokens(long context, long kept) =>
        Assert.Equal(kept, new SlidingAttention(1, 1, 1, 128).CachedTokens(context));

    [Theory]
    [InlineData(131_071, 131_071, false)]
    [InlineData(131_072, 131_072, false)]
    [InlineData(131_073, 131_072, true)]
    public void A_context_beyond_the_model_is_clamped(long asked, long effective, bool clamped)
    {
        var cache = new SessionKvCache(Given.Model(), asked, null);
        Assert.Equal((asked, effective, clamped), (cache.RequestedContext, cache.EffectiveContext, cache.IsClamped));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1_000_000_001)]
    public void A_context_outside_its_range_makes_no_cache(long context) =>
        Assert.Equal("EffectiveContext", Assert.Throws<SizingException>(() => new SessionKvCache(Given.Model(), context, null)).Input);

    [Fact]
    public void Too_many_bytes_name_the_context_unless_one_token_is_too_many()
    {
        Model wide = Given.Model([new FullAttention(1, 1L << 31, 1L << 30)], long.MaxValue);
        Assert.Equal("EffectiveContext", Assert.Throws<SizingException>(() => new SessionKvCache(wide, 2, null).ComputeBytes()).Input);

        Model huge = Given.Model([new FullAttention(1, long.MaxValue, 1)], long.MaxValue, name: "huge");
        SizingException refused = Assert.Throws<SizingException>(() => new SessionKvCache(huge, 1, null).ComputeBytes());
        Assert.Equal("layers", refused.Input);
        Assert.Contains("'huge'", refused.Message, System.StringComparison.Ordinal);
    }

    [Fact]
    public void The_largest_sum_that_fits_is_exact()
    {
        // 7 divides 2^63 - 1: heads × (3 + 4) elements of one byte are the largest long.
        LayerGroup largest = new FullAttention(1, long.MaxValue / 7, 3, 4);
        Assert.Equal(long.MaxValue, new SessionKvCache(Given.Model([largest]), 1, null).ComputeBytes());
        Assert.Throws<SizingException>(() => new SessionKvCache(Given.Model([largest, new FullAttention(1, 1, 1)]), 1, null).ComputeBytes());
    }
}
