using Xunit;

namespace LlmSizing.Tests.Engines;

public class TensorRtLlmTests
{
    private static readonly Engine Trtllm = EngineList.Find("tensorrt-llm")!;

    [Fact]
    public void The_cache_is_a_share_of_what_is_free()
    {
        Model model = Served.Model([new FullAttention(1, 1, 1)]);

        EngineMemory memory = Trtllm.Predict(model, new Placement(), 141 * ByteUnits.GiB, new EngineSettings(memoryFraction: 0.9m), weightBytes: 60 * ByteUnits.GiB);

        Assert.Equal(78_275_778_969, memory.KvAvailableBytes);
    }

    [Fact]
    public void A_small_model_prints_what_triton_printed()
    {
        Model model = Served.Model([new FullAttention(28, 2, 128)]);

        EngineMemory memory = Trtllm.Predict(
            model, new Placement(), (long)(16.25 * ByteUnits.GiB), new EngineSettings(engineVersion: EngineVersion.Parse("0.16"), memoryFraction: 0.45m), weightBytes: 0);

        Assert.Equal(273_792, memory.KvTokens);
    }

    [Fact]
    public void Weights_above_the_memory_do_not_fit()
    {
        EngineMemory memory = Trtllm.Predict(Served.Model([new FullAttention(1, 1, 1)]), new Placement(), ByteUnits.GiB, weightBytes: 2 * ByteUnits.GiB);

        Assert.Equal((false, 0), (memory.Fits, memory.KvTokens));
    }
}
