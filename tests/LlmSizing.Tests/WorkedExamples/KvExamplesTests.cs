using System.Linq;
using Xunit;

namespace LlmSizing.Tests.WorkedExamples;

/// <summary>KV caches that other tools and engines state, each with who says so.</summary>
public class KvExamplesTests
{
    public static TheoryData<string, LayerGroup[], string, long, long> Stated => new()
    {
        // vllm-project/vllm tests/v1/core/test_kv_cache_utils.py: Qwen1.5-7B in 8 GiB.
        { "vLLM, 32 heads of 128 in 32 layers", [new FullAttention(32, 32, 128)], "fp16", 16_384, 8_589_934_592 },
        // ai-dynamo/aiconfigurator tests/unit/sdk/test_memory_estimation.py.
        { "AIC, GPT-2 like", [new FullAttention(12, 12, 64)], "bf16", 1, 36_864 },
        { "AIC, 48 layers of 8 heads", [new FullAttention(48, 8, 128)], "bf16", 1, 196_608 },
        { "AIC, 25 windows and 5 whole layers one token past the window", [new SlidingAttention(25, 8, 128, 1024), new FullAttention(5, 8, 128)], "bf16", 1_027, 125_890_560 },
        // alvarobartt/hf-mem README: MiniMax-M2 with one byte an element.
        { "hf-mem, MiniMax-M2", [new FullAttention(62, 8, 128)], "fp8", 196_608, 24_964_497_408 },
        // alecatuae/calculadoraSizingInfraIA README: gpt-oss-120b at 128 Ki tokens.
        { "Origin, gpt-oss-120b", [new FullAttention(18, 8, 64), new SlidingAttention(18, 8, 64, 128)], "fp8", 131_072, 2_418_278_400 },
        // llm-d-incubation/llm-d-planner tests/integration/test_capacity_planner.py: 0.65446, 0.64373 and 0.11444 GiB.
        { "llm-d, DeepSeek-V3", [new LatentAttention(61, 512, 64)], "bf16", 10_000, 702_720_000 },
        { "llm-d, DeepSeek-V2", [new LatentAttention(60, 512, 64)], "bf16", 10_000, 691_200_000 },
        { "llm-d, Qwen2.5-0.5B", [new FullAttention(24, 2, 64)], "bf16", 10_000, 122_880_000 },
        // ollama/ollama#1800: llama.cpp prints 640 MiB.
        { "llama.cpp, Llama 2 70B", [new FullAttention(80, 8, 128)], "fp16", 2_048, 640L << 20 },
        { "Llama 2 7B", [new FullAttention(32, 32, 128)], "fp16", 4_096, 2L << 30 },
        // gpustack/gguf-parser-go README: 40 GiB at 128 Ki tokens.
        { "gguf-parser, Llama 3.1 70B", [new FullAttention(80, 8, 128)], "fp16", 131_072, 40L << 30 },
        { "gguf-parser, DeepSeek-R1-Distill-Qwen-7B", [new FullAttention(28, 4, 128)], "fp16", 131_072, 7L << 30 },
    };

    [Theory]
    [MemberData(nameof(Stated))]
    public void The_cache_is_what_they_state(string name, LayerGroup[] layers, string precision, long tokens, long bytes)
    {
        var model = new Model(new EntryInfo("m"), layers, 1_000_000, KvPrecision.Find("bf16")!);
        Assert.True(bytes == new SessionKvCache(model, tokens, KvPrecision.Find(precision)).ComputeBytes(), name);
        Assert.Equal(bytes, ModelShard.Of(model, new Placement()).Single().KvBytesPerSession(tokens, KvPrecision.Find(precision)!));
    }

    [Fact]
    public void A_token_less_than_the_budget_holds_is_less_than_the_budget()
    {
        // AIC's inverse of the windows above: 1,027 tokens fill the budget, 1,028 do not fit.
        var model = new Model(new EntryInfo("m"), [new SlidingAttention(25, 8, 128, 1024), new FullAttention(5, 8, 128)], 1_000_000, KvPrecision.Find("bf16")!);
        Assert.True(new SessionKvCache(model, 1_028, null).ComputeBytes() > 125_890_560);
    }
}
