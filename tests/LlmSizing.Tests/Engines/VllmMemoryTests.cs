using System;
using System.Linq;
using Xunit;

namespace LlmSizing.Tests.Engines;

/// <summary>Peaks and caches of vLLM against what start-up logs printed (llm-d-incubation/llm-d-planner#205, vLLM 0.19 on H100s, 95 %, 8,192 tokens).</summary>
public class VllmMemoryTests
{
    [Theory]
    // vocabulary, hidden, layers, intermediate, TP, peak, others, weights, cache tokens by full layers of heads × dim
    [InlineData("Llama 3.3 70B", 128_256, 8_192, 80, 28_672, 8, 128, 4, 1.97, 2.21, 16.96, 708_992)]
    [InlineData("Qwen2.5 7B", 152_064, 3_584, 28, 18_944, 4, 128, 1, 2.21, 0.24, 8.14, 1_210_304)]
    [InlineData("Gemma 7B", 256_000, 3_072, 28, 24_576, 16, 256, 1, 3.63, 0.25, 15.91, 129_760)]
    [InlineData("Granite 3.1 8B", 49_155, 4_096, 40, 12_800, 8, 128, 1, 0.85, 0.46, 15.25, 384_432)]
    [InlineData("Phi-4", 100_352, 5_120, 40, 17_920, 10, 128, 1, 1.52, 0.25, 27.39, 241_568)]
    [InlineData("Kimi-Dev 72B", 152_064, 8_192, 80, 29_568, 8, 128, 2, 2.29, 2.09, 67.82, 19_776)]
    public void A_dense_model_leaves_the_cache_that_was_printed(
        string name, long vocabulary, long hidden, long layers, long intermediate, long heads, long dim, long tensorParallel, double activation, double nonTorch, double weights, long tokens)
    {
        Model model = Model(name, layers, heads, dim, new ArchitectureSizes("C", hidden, vocabulary, layers, 32, intermediate));

        EngineMemory memory = Predict(model, "0.19", tensorParallel, weights);

        Assert.InRange(Gib(memory.ActivationBytes) - activation, -0.05, 0.1);
        Assert.InRange(Gib(memory.NonTorchBytes) - nonTorch, -0.22, 0.06);
        Assert.InRange((memory.KvTokens - tokens) / (double)tokens, -0.012, 0.012);
        Assert.False(memory.IsGraphInBudget);
    }

    [Theory]
    [InlineData("Mixtral 8x7B", 32_000, 4_096, 32, 0, 8, 2, 14_336, 2, 1.21)]
    [InlineData("Qwen1.5 MoE", 151_936, 2_048, 24, 5_632, 60, 4, 1_408, 1, 2.47)]
    [InlineData("Qwen3 30B A3B", 151_936, 2_048, 48, 0, 128, 8, 768, 1, 2.68)]
    public void Experts_add_their_buffers(string name, long vocabulary, long hidden, long layers, long intermediate, long experts, long used, long width, long tensorParallel, double activation)
    {
        Model model = Model(name, layers, 4, 128, new ArchitectureSizes("C", hidden, vocabulary, layers, 32, intermediate, experts, used, width));

        Assert.InRange(Gib(Predict(model, "0.19", tensorParallel, 20).ActivationBytes) - activation, -0.03, 0.03);
    }

    [Fact]
    public void Graphs_are_taken_from_the_budget_from_0_21_to_0_27()
    {
        Model model = Model("m", 32, 8, 128, new ArchitectureSizes("C", 4096, 128_256, 32, 32, 14_336));

        Assert.Equal([false, true, true, false], new[] { "0.20", "0.21", "0.27", "0.28" }.Select(version => Predict(model, version, 1, 15).IsGraphInBudget));
        Assert.Equal(0, Predict(model, "0.21", 1, 15, eager: true).GraphBytes);
    }

    [Theory]
    [InlineData("0.19", 0.90)]
    [InlineData("0.22", 0.92)]
    public void The_default_share_is_that_of_the_version(string version, double share)
    {
        Model model = Model("m", 32, 8, 128, new ArchitectureSizes("C", 4096, 128_256, 32, 32, 14_336));

        EngineMemory memory = Served.Vllm.Predict(model, new Placement(), 80 * ByteUnits.GiB, new EngineSettings(EngineVersion.Parse(version)), Measured.Calibration, weightBytes: 0);

        Assert.Equal(((decimal)share, version), (memory.MemoryFraction, memory.EngineVersion));
        Assert.Contains(memory.Assumptions, text => text.Contains("0.22", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("H100", 80, 1024, 8192)]
    [InlineData("A100-SXM4-80GB", 80, 256, 2048)]
    [InlineData("RTX 4090", 24, 256, 2048)]
    public void Sequences_and_batched_tokens_are_those_of_the_gpu(string gpu, long gib, long sequences, long tokens)
    {
        Model model = Model("m", 2, 1, 1, new ArchitectureSizes("C", 8, 8, 2, 1, 8));

        EngineMemory memory = Served.Vllm.Predict(model, new Placement(), gib * ByteUnits.GiB, null, Measured.Calibration, gpu, 0);

        Assert.Equal((sequences, tokens), (memory.MaxSequences, memory.MaxBatchedTokens));
    }

    [Fact]
    public void A_stage_without_the_head_does_not_sample_and_the_fuller_stage_binds()
    {
        Model model = Model("m", 32, 8, 128, new ArchitectureSizes("C", 4096, 128_256, 32, 32, 14_336));

        EngineMemory memory = Served.Vllm.Predict(
            model, new Placement(pipelineParallel: 2), 40 * ByteUnits.GiB, new EngineSettings(maxModelLength: 8192), Measured.Calibration, weightBytes: 8 * ByteUnits.GiB);

        Assert.Equal(1, memory.Stage);
    }

    [Fact]
    public void A_consumer_card_keeps_back_what_an_old_version_kept_back()
    {
        // 41,408 tokens were measured on an RTX 4090 with 14.96 GiB of weights (casys-kaist/LLMServingSim#59).
        Model model = Model("Llama 3.1 8B", 32, 8, 128, new ArchitectureSizes("C", 4096, 128_256, 32, 32, 14_336));

        EngineMemory memory = Served.Vllm.Predict(
            model, new Placement(), (long)(23.64 * ByteUnits.GiB), new EngineSettings(EngineVersion.Parse("0.10"), 0.9m, 16_384), Measured.Old, "RTX 4090", (long)(14.96 * ByteUnits.GiB));

        Assert.InRange(memory.KvTokens, 41_408 * 0.97, 41_408 * 1.03);
    }

    private static EngineMemory Predict(Model model, string version, long tensorParallel, double weights, bool eager = false) => Served.Vllm.Predict(
        model, new Placement(tensorParallel), (long)(79.19 * ByteUnits.GiB),
        new EngineSettings(EngineVersion.Parse(version), 0.95m, 8192, 1024, 8192, enforceEager: eager), Measured.Calibration, "H100 80GB", (long)(weights * ByteUnits.GiB));

    private static Model Model(string name, long layers, long heads, long dim, ArchitectureSizes sizes) => new(
        new EntryInfo(name), [new FullAttention(layers, heads, dim)], 131_072, KvPrecision.Find("bf16")!, architecture: new Architecture(sizes, []));

    private static double Gib(long bytes) => (double)bytes / ByteUnits.GiB;
}
