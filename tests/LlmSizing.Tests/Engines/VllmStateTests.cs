using Xunit;

namespace LlmSizing.Tests.Engines;

/// <summary>Recurrent layers beside attention: one attention page holds a state.</summary>
public class VllmStateTests
{
    [Theory]
    [InlineData("fp8", 2_096)]
    [InlineData("bf16", 1_056)]
    public void The_attention_block_grows_until_its_page_holds_a_state(string precision, long block)
    {
        Assert.Equal(block, Served.Cache(GatedDeltaNet(10, 2, 30, 32), ByteUnits.GiB, precision: precision).BlockSize);
    }

    [Fact]
    public void A_hybrid_of_40_layers_prints_what_version_0_17_printed()
    {
        // 304 blocks of 10 pages.
        EngineMemory memory = Served.Cache(GatedDeltaNet(10, 2, 30, 32), 304L * 10 * 2_096 * 1_024, version: "0.17", length: 65_536, precision: "fp8");

        Assert.Equal((4, 304, 38, 159_296, 8), (memory.CacheGroups, memory.Blocks, memory.BlocksPerRequest, memory.KvTokens, memory.MaxConcurrency));
    }

    [Fact]
    public void A_hybrid_of_64_layers_prints_what_version_0_20_printed()
    {
        EngineMemory memory = Served.Cache(GatedDeltaNet(16, 4, 48, 48), (long)(6.67 * ByteUnits.GiB), version: "0.20", length: 32_768, precision: "fp8");

        Assert.Equal((1_568, 53_312, 5.15m), (memory.BlockSize, memory.KvTokens, decimal.Round(memory.MaxConcurrency, 2)));
    }

    [Fact]
    public void States_are_not_split_by_context_parallelism_and_drafts_take_slots()
    {
        Model model = GatedDeltaNet(1, 2, 1, 32);

        EngineMemory one = Served.Cache(model, ByteUnits.GiB, length: 1_056 * 8, placement: new Placement(2), speculative: 1, precision: "bf16");
        EngineMemory two = Served.Cache(model, ByteUnits.GiB, length: 1_056 * 8, placement: new Placement(2, contextParallel: 2), speculative: 1, precision: "bf16");

        // 3 blocks of states: two aligned and one drafted.
        Assert.Equal(one.BlocksPerRequest - 3, (two.BlocksPerRequest - 3) * 2);
    }

    private static Model GatedDeltaNet(long full, long heads, long recurrent, long stateHeads)
    {
        KvPrecision bf16 = KvPrecision.Find("bf16")!;
        var state = new StateShape(2 * 128 * 16 + 128 * stateHeads, 4, 0, stateHeads, 128, 128, bf16, KvPrecision.Find("fp32")!);
        return Served.Model([new FullAttention(full, heads, 256), new RecurrentState("gated_delta_net", recurrent, state)]);
    }
}
