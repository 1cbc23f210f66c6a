using System.Linq;
using Xunit;

namespace LlmSizing.Catalogs.Tests.Gguf;

public class GgufArchitectureTests
{
    private static readonly (string, int[])[] Ssm =
        [("ssm.conv_kernel", [4]), ("ssm.inner_size", [512]), ("ssm.state_size", [16]), ("ssm.time_step_rank", [8]), ("ssm.group_count", [2])];

    public static TheoryData<string, uint, (string Key, int[] Values)[], string> Layers => new()
    {
        { "qwen3", 2, [("attention.key_length", [128]), ("attention.value_length", [128])], "2 full, 2 heads of 128" },
        { "qwen2", 2, [("attention.key_length", [192]), ("attention.value_length", [128])], "2 full, 2 heads of 192/128" },
        { "falcon", 2, [("attention.head_count_kv", [1])], "2 full, 1 heads of 32" },
        { "deci", 4, [("attention.head_count_kv", [2, 0, 4, 2])], "2 full, 2 heads of 32 @0,3; 1 full, 4 heads of 32 @2" },
        { "gemma2", 4, [("attention.sliding_window", [4096])], "2 sliding 4096, 2 heads of 32 @0,2; 2 full, 2 heads of 32 @1,3" },
        { "gemma3", 12, [("attention.sliding_window", [1024])], "10 sliding 1024, 2 heads of 32 @0-4,6-10; 2 full, 2 heads of 32 @5,11" },
        { "gpt-oss", 4, [("attention.sliding_window", [128])], "2 sliding 128, 2 heads of 32 @0,2; 2 full, 2 heads of 32 @1,3" },
        { "cohere2", 8, [("attention.sliding_window", [4096])], "6 sliding 4096, 2 heads of 32 @0-2,4-6; 2 full, 2 heads of 32 @3,7" },
        { "olmo2", 4, [], "4 full, 2 heads of 32" },
        { "phi3", 4, [("attention.sliding_window", [2047])], "4 full, 2 heads of 32" },
        { "llama4", 8, [], "6 chunked, 2 heads of 32 @0-2,4-6; 2 full, 2 heads of 32 @3,7" },
        { "gemma3n", 30, [("attention.sliding_window", [512])], "16 sliding 512, 2 heads of 32 @0-3,5-8,10-13,15-18; 4 full, 2 heads of 32 @4-19/5; 10 shared @20-29" },
        { "gemma4", 4, [("attention.sliding_window", [512]), ("attention.sliding_window_pattern", [1, 1, 1, 0]), ("attention.key_length_swa", [16]), ("attention.value_length_swa", [16])], "3 sliding 512, 2 heads of 16 @0-2; 1 full, 2 heads of 32 @3" },
        { "deepseek2", 3, [("attention.kv_lora_rank", [512]), ("rope.dimension_count", [64])], "3 mla, latent 512 + 64" },
        { "glm-dsa", 3, [("attention.kv_lora_rank", [512]), ("rope.dimension_count", [64]), ("attention.indexer.key_length", [128])], "3 mla, latent 512 + 64, indexer 128" },
        { "mamba", 2, [.. Ssm], "2 mamba1, 38912 bytes per sequence and layer" },
        { "mamba2", 2, [.. Ssm], "2 mamba2, 39680 bytes per sequence and layer" },
        { "granitehybrid", 4, [.. Ssm, ("attention.head_count_kv", [0, 0, 2, 0])], "3 mamba2, 39680 bytes per sequence and layer @0-1,3; 1 full, 2 heads of 32 @2" },
        { "nemotron_h", 4, [.. Ssm, ("attention.head_count_kv", [0, 2, 0, 0]), ("feed_forward_length", [0, 0, 512, 0]), ("attention.key_length", [32]), ("attention.value_length", [32])], "2 mamba2, 39680 bytes per sequence and layer @0,3; 1 full, 2 heads of 32 @1" },
        { "falcon-h1", 2, [.. Ssm], "2 full, 2 heads of 32; 2 mamba2, 39680 bytes per sequence and layer" },
        { "qwen3next", 4, [.. Ssm], "3 gated_delta_net, 39680 bytes per sequence and layer @0-2; 1 full, 2 heads of 32 @3" },
        { "kimi-linear", 4, [("ssm.conv_kernel", [4]), ("kda.head_dim", [32]), ("attention.kv_lora_rank", [512]), ("rope.dimension_count", [64]), ("attention.head_count_kv", [0, 0, 0, 1])], "3 kda, 41984 bytes per sequence and layer @0-2; 1 mla, latent 512 + 64 @3" },
        { "lfm2", 4, [("shortconv.l_cache", [3]), ("attention.head_count_kv", [0, 0, 2, 0])], "3 short_conv, 2048 bytes per sequence and layer @0-1,3; 1 full, 2 heads of 32 @2" },
    };

    [Theory]
    [MemberData(nameof(Layers))]
    public void Each_architecture_keeps_what_llama_cpp_keeps(string architecture, uint layers, (string Key, int[] Values)[] numbers, string kept)
    {
        Model model = GgufSamples.Bare(architecture, layers, numbers).Import();

        Assert.Equal(kept, string.Join("; ", model.Layers.Select(group => group + (group.At is null ? "" : " @" + group.At))));
    }

    [Theory]
    [InlineData("bert", "encoder")]
    [InlineData("nomic-bert", "encoder")]
    [InlineData("clip", "beside a model")]
    [InlineData("rwkv7", "not known")]
    [InlineData("brand-new", "brand-new.attention.head_count_kv")]
    public void What_cannot_be_sized_is_refused_with_the_reason(string architecture, string reason)
    {
        var error = Assert.Throws<ImportException>(() => GgufSamples.Bare(architecture).Import());

        Assert.Equal("general.architecture", error.Field);
        Assert.Contains(reason, error.Message, System.StringComparison.Ordinal);
    }
}
