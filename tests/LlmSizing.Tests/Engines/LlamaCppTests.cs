using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace LlmSizing.Tests.Engines;

/// <summary>llama.cpp's buffers against what it prints.</summary>
public class LlamaCppTests
{
    private const long MiB = 1 << 20;
    private static readonly Engine Engine = EngineList.Find("llama.cpp")!;

    [Theory]
    [InlineData(32, 32, 96, 4096, 1536)]
    [InlineData(16, 8, 64, 4096, 128)]
    [InlineData(28, 8, 128, 1024, 112)]
    [InlineData(80, 8, 128, 2048, 640)]
    public void The_cache_is_what_the_logs_print(long layers, long heads, long dim, long context, long mib)
    {
        EngineMemory memory = Predict([new FullAttention(layers, heads, dim)], context: context);

        Assert.Equal((mib / 2 * MiB, mib / 2 * MiB), (BytesOf(memory, "kv_keys"), BytesOf(memory, "kv_values")));
    }

    [Theory]
    [InlineData("q8_0", 34 * 4, 34 * 4)]
    [InlineData("q8_0/q4_0", 34 * 4, 18 * 4)]
    [InlineData("f16", 256, 256)]
    public void Keys_and_values_have_their_own_types(string precision, long keys, long values)
    {
        EngineMemory memory = Predict([new FullAttention(1, 1, 128)], context: 256, precision: precision);

        Assert.Equal((256 * keys, 256 * values), (BytesOf(memory, "kv_keys"), BytesOf(memory, "kv_values")));
    }

    [Fact]
    public void The_context_is_padded_to_256_cells() => Assert.Equal(1024, Predict([new FullAttention(1, 1, 128)], context: 1000).KvTokens);

    // Gemma 4 E4B with n_ctx 4096 and n_swa 512: 1536 cells (qualcomm/GenieX#1346, with an n_ubatch of 1024).
    [Theory]
    [InlineData("8100", 4096, 1024, 1, 1536)]
    [InlineData("8100", 4096, 512, 1, 1024)]
    [InlineData("8100", 4096, 512, 4, 2560)]
    [InlineData("8100", 512, 512, 1, 512)]
    [InlineData("6000", 4096, 500, 1, 1024)]
    [InlineData("5500", 4096, 512, 1, 2560)]
    [InlineData("5000", 4096, 512, 1, 4096)]
    public void Sliding_layers_keep_the_window_and_a_batch(string version, long context, long batch, long sequences, long cells)
    {
        EngineMemory memory = Predict([new SlidingAttention(1, 1, 128, 512)], version, context, batch, sequences);

        Assert.Equal(cells * 256, BytesOf(memory, "kv_keys"));
    }

    [Theory]
    [InlineData("8100", 576 * 2, 0)]
    [InlineData("6000", 576 * 2, 512 * 2)]
    [InlineData("5000", 16 * 192 * 2, 16 * 128 * 2)]
    public void Latent_attention_keeps_less_with_every_version(string version, long keys, long values)
    {
        Model model = Model([new LatentAttention(1, 512, 64)], 1, heads: 16, "attention q_proj @0 3072x2048 column fp16", "attention kv_b_proj @0 4096x512 column fp16");

        EngineMemory memory = Predict(model, version, 256);

        Assert.Equal((256 * keys, 256 * values), (BytesOf(memory, "kv_keys"), BytesOf(memory, "kv_values")));
    }

    [Fact]
    public void States_are_fp32_for_each_sequence()
    {
        KvPrecision bf16 = KvPrecision.Find("bf16")!;
        EngineMemory memory = Predict([new RecurrentState("mamba2", 2, new StateShape(512, 4, 2, 8, 64, 16, bf16, bf16))], sequences: 3);

        Assert.Equal(2 * 3 * 4 * ((3 * (512 + 64)) + (8 * 64 * 16)), BytesOf(memory, "state"));
    }

    [Theory]
    [InlineData(32, 32, 32, 96, 3072, 8192, 32_064, 4096, 256, 150.00)]
    [InlineData(16, 32, 8, 64, 2048, 8192, 128_256, 4096, 512, 280.01)]
    [InlineData(28, 16, 8, 128, 2048, 6144, 151_936, 1024, 512, 300.75)]
    public void The_compute_buffer_is_within_its_band_of_the_logs(long layers, long heads, long keyHeads, long dim, long hidden, long intermediate, long vocabulary, long context, long batch, double mib)
    {
        var sizes = new ArchitectureSizes("LlamaForCausalLM", hidden, vocabulary, layers, heads, intermediate);
        Model model = Of([new FullAttention(layers, keyHeads, dim)], new Architecture(sizes, [Matrix($"head lm_head {vocabulary}x{hidden} vocab q4_0")]));

        EngineMemory memory = Predict(model, "5554", context, batch);

        Assert.InRange(memory.ActivationBytes / (mib * MiB), 0.99, 1.01);
    }

    [Theory]
    [InlineData(null, 32 * 2 + 4 + 1, 8)]
    [InlineData(33, 32 * 2 + 4 + 1, 8)]
    [InlineData(1, 4 + 1, 8 + 64)]
    [InlineData(11, 20 + 4 + 1, 8 + 44)]
    [InlineData(0, 0, 8 + 64 + 4 + 1)]
    public void Layers_and_the_output_are_on_the_device_and_embeddings_on_the_host(int? offloaded, long device, long host)
    {
        Model model = Model([new FullAttention(32, 1, 1)], 32, heads: 1, "embedding embed_tokens 2048x2048 vocab fp16", "head lm_head 1024x2048 vocab fp16", "attention q_proj @0-31 512x2048 column fp16", "norm norm 262144 replicated fp32");

        EngineMemory memory = Predict(model, "8100", 256, offloaded: offloaded);

        Assert.Equal((device * MiB, host * MiB), (memory.WeightBytes, BytesOf(memory, "host_weights")));
    }

    [Fact]
    public void Before_it_was_counted_first_the_output_is_offloaded_last()
    {
        Model model = Model([new FullAttention(4, 1, 1)], 4, heads: 1, "embedding embed_tokens 2048x2048 vocab fp16", "head lm_head 1024x2048 vocab fp16", "attention q_proj @0-3 512x2048 column fp16");

        Assert.Equal(8 * MiB, Predict(model, "7000", 256, offloaded: 4).WeightBytes);
        Assert.Equal((4 + 6) * MiB, Predict(model, "8100", 256, offloaded: 4).WeightBytes);
    }

    [Fact]
    public void Tied_embeddings_are_on_the_host_and_again_on_the_device()
    {
        Model model = Model([new FullAttention(1, 1, 1)], 1, heads: 1, "embedding embed_tokens 2048x2048 vocab fp16");

        EngineMemory memory = Predict(model, "8100", 256);

        Assert.Equal((8 * MiB, 8 * MiB), (memory.WeightBytes, BytesOf(memory, "host_weights")));
    }

    [Fact]
    public void Two_devices_share_the_layers_and_the_output_as_one_more()
    {
        // 33 units: 17 layers on the first device, 15 and the output on the second.
        Model model = Model([new FullAttention(32, 8, 128)], 32, heads: 8, "head lm_head 1024x2048 vocab fp16", "attention q_proj @0-31 512x2048 column fp16");

        EngineMemory memory = Engine.Predict(model, new Placement(pipelineParallel: 2), 24 * ByteUnits.GiB, new EngineSettings(EngineVersion.Parse("b8100"), maxModelLength: 4096));

        Assert.Equal((0, 17 * 2 * MiB, 17 * 4096L * 2048), (memory.Stage, memory.WeightBytes, BytesOf(memory, "kv_keys")));
    }

    [Fact]
    public void A_precision_that_llama_cpp_lacks_is_refused() =>
        Assert.Contains("q8_0", Assert.Throws<SizingException>(() => Predict([new FullAttention(1, 1, 128)], precision: "fp8")).Message, System.StringComparison.Ordinal);

    private static EngineMemory Predict(
        IReadOnlyList<LayerGroup> layers, string version = "8100", long context = 256, long? batch = null, long sequences = 1, string? precision = null)
    {
        long count = layers.Sum(group => group.Count);
        return Predict(Model(layers, count, 1, "head lm_head 32x32 vocab fp16"), version, context, batch, sequences, precision);
    }

    private static EngineMemory Predict(Model model, string version, long context, long? batch = null, long sequences = 1, string? precision = null, long? offloaded = null) => Engine.Predict(
        model, new Placement(), 80 * ByteUnits.GiB,
        new EngineSettings(EngineVersion.Parse(version), maxModelLength: context, maxBatchedTokens: batch, maxSequences: sequences, kvPrecision: precision is null ? null : KvPrecision.Find(precision), offloadedLayers: offloaded));

    private static Model Model(IReadOnlyList<LayerGroup> layers, long count, long heads, params string[] matrices) => Of(
        layers, new Architecture(new ArchitectureSizes("Any", 32, 32, count, heads, 32), matrices.Select(Matrix).ToArray()));

    private static Model Of(IReadOnlyList<LayerGroup> layers, Architecture architecture) =>
        new(new EntryInfo("m"), layers, 1_000_000, KvPrecision.Find("bf16")!, architecture: architecture);

    private static WeightMatrix Matrix(string line) => WeightMatrix.Parse(line);

    private static long BytesOf(EngineMemory memory, string name) => memory.Components.Single(component => component.Name == name).Bytes;
}
