using System.Collections.Generic;
using Xunit;

namespace LlmSizing.Tests.Engines;

/// <summary>The allocator against the numbers of vLLM's own tests (tests/v1/core/test_kv_cache_utils.py).</summary>
public class VllmGroupTests
{
    // Two heads of 64 in fp32 and blocks of 16 tokens: a page of 16,384 bytes.
    private const long Page = 16_384;

    [Fact]
    public void Layers_of_one_spec_make_one_group()
    {
        EngineMemory memory = Cache([Full(2)], Page * 2 * 32);

        Assert.Equal((1, 32), (memory.CacheGroups, memory.Blocks));
    }

    [Theory]
    [InlineData(1, 1, 1_048_576, 2, 64)]
    [InlineData(2, 4, 1_048_576, 3, 32)]
    [InlineData(3, 7, 1_572_864, 4, 32)]
    [InlineData(6, 5, 3_145_728, 2, 32)]
    public void A_hybrid_is_dealt_into_groups_of_the_rarer_kind_or_padded_below_one_and_a_half_times(long full, long sliding, long bytes, long groups, long blocks)
    {
        EngineMemory memory = Cache([Full(full), Sliding(sliding)], bytes);

        Assert.Equal((groups, blocks), (memory.CacheGroups, memory.Blocks));
    }

    [Fact]
    public void Without_the_hybrid_manager_a_window_is_kept_like_the_whole_context()
    {
        EngineMemory memory = Served.Cache(Served.Model([Full(1), Sliding(1)], "fp32"), 1_048_576, disableHybrid: true);

        Assert.Equal((1, 32), (memory.CacheGroups, memory.Blocks));
    }

    [Fact]
    public void Full_layers_of_different_head_sizes_make_one_group()
    {
        EngineMemory memory = Cache([Full(1, 128), Full(1, 64)], 1_572_864);

        Assert.Equal((1, 32), (memory.CacheGroups, memory.Blocks));
    }

    [Fact]
    public void A_smaller_page_gets_a_larger_block()
    {
        EngineMemory memory = Cache([Full(1, 64), Sliding(1, 32)], 524_288);

        Assert.Equal((2, 32, 16), (memory.CacheGroups, memory.Blocks, memory.BlockSize));
    }

    [Fact]
    public void A_page_that_no_block_makes_equal_is_padded_in_new_versions_and_refused_in_old_ones()
    {
        Assert.Equal(42, Cache([Full(1, 64), Sliding(1, 96)], 1_048_576).Blocks);
        var refused = Assert.Throws<SizingException>(() => Served.Cache(Served.Model([Full(1, 64), Sliding(1, 96)], "fp32"), 1_048_576, version: "0.19"));
        Assert.Contains("before 0.24", refused.Message, System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1536, 1, 0, 1.5, 24_576)]
    [InlineData(387, 0, 1, 3.0, 49_152)]
    [InlineData(3459, 1, 1, 3.0, 49_152)]
    public void Concurrency_counts_the_blocks_of_a_longest_request(long blocks, long full, long sliding, double concurrency, long tokens)
    {
        var layers = new List<LayerGroup>();
        if (full > 0)
        {
            layers.Add(Full(full));
        }
        if (sliding > 0)
        {
            layers.Add(new SlidingAttention(sliding, 2, 64, 1024));
        }

        EngineMemory memory = Served.Cache(Served.Model(layers, "fp32"), blocks * Page, length: 16_384);

        Assert.Equal(((decimal)concurrency, tokens), (memory.MaxConcurrency, memory.KvTokens));
    }

    [Fact]
    public void Two_batches_in_flight_hold_one_chunk_more()
    {
        Model model = Served.Model([new SlidingAttention(1, 1, 1, 1024)], "fp32");

        Assert.Equal(129, Served.Cache(model, 1 << 20, version: "0.25", length: 16_384).BlocksPerRequest);
        Assert.Equal(193, Served.Cache(model, 1 << 20, version: "0.26", length: 16_384).BlocksPerRequest);
    }

    [Fact]
    public void Eight_gib_hold_16384_tokens_of_an_old_dense_model()
    {
        EngineMemory memory = Served.Cache(Served.Model([new FullAttention(32, 32, 128)], "fp16"), 8 * ByteUnits.GiB, length: 16_385);

        Assert.Equal((16_384, false, "context"), (memory.Blocks * memory.BlockSize, memory.Fits, memory.Reason));
    }

    [Theory]
    [InlineData(1, 64)]
    [InlineData(2, 32)]
    public void Context_parallelism_splits_a_latent_cache(long contextParallel, long blocks)
    {
        Model model = Served.Model([new LatentAttention(1, 512, 64)]);

        EngineMemory memory = Served.Cache(model, ByteUnits.GiB, placement: new Placement(tensorParallel: 2, contextParallel: contextParallel));

        Assert.Equal(blocks, memory.BlocksPerRequest);
    }

    [Theory]
    [InlineData(1, 68.89, 376_231)]
    [InlineData(2, 68.09, 743_724)]
    public void Blocks_of_a_small_model_are_those_observed_on_an_h100(long tensorParallel, double gib, long blocks)
    {
        Model model = Served.Model([new FullAttention(24, 2, 64)]);

        EngineMemory memory = Served.Cache(model, (long)(gib * ByteUnits.GiB), placement: new Placement(tensorParallel));

        Assert.Equal(blocks, memory.Blocks);
    }

    private static EngineMemory Cache(IReadOnlyList<LayerGroup> layers, long bytes) => Served.Cache(Served.Model(layers, "fp32"), bytes);

    private static FullAttention Full(long count, long dim = 64) => new(count, 2, dim);

    private static SlidingAttention Sliding(long count, long dim = 64) => new(count, 2, dim, 64);
}
