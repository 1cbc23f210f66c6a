using System.Linq;
using Xunit;

namespace LlmSizing.Tests.Engines;

/// <summary>Weights as vLLM loads them: 'Model loading took'.</summary>
public class LoadedWeightsTests
{
    [Fact]
    public void A_table_for_ten_million_positions_takes_two_and_a_half_gib()
    {
        EngineMemory memory = Predict(Model(["mlp up_proj @0-0 1024x1024 column bf16"], 10_485_760));

        Assert.Equal((10_485_760L * 128 * 2) + (1024 * 1024 * 2), memory.WeightBytes);
        Assert.Contains("rotary table", memory.Components[0].Formula, System.StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, "H100", 2944, 3072)]
    [InlineData(2, "H100", 1536, 3072)]
    [InlineData(1, "B200", 3072, 3072)]
    public void Experts_in_mxfp4_are_padded_to_the_kernels_tiles(long tensorParallel, string gpu, long split, long hidden)
    {
        Model model = Model(["experts up_proj @0-0 32*2880x2880 column mxfp4", "experts down_proj @0-0 32*2880x2880 row mxfp4"], 1);

        EngineMemory memory = Predict(model, tensorParallel, gpu);

        Assert.Equal((2 * 32 * split * hidden * 17 / 32) + 256, memory.WeightBytes);
    }

    [Fact]
    public void A_checkpoint_in_32_bits_is_loaded_in_16() =>
        Assert.Equal((1024 * 2) + 256, Predict(Model(["mlp up_proj @0-0 32x32 column fp32"], 1)).WeightBytes);

    [Fact]
    public void The_latent_up_projection_is_there_twice() =>
        Assert.Equal((1024 * 4) + 256, Predict(Model(["attention kv_b_proj @0-0 32x32 column bf16"], 1)).WeightBytes);

    [Fact]
    public void Without_an_architecture_the_file_is_spread_over_the_gpus_and_the_error_band_says_so()
    {
        var model = new Model(new EntryInfo("m"), [new FullAttention(2, 8, 128)], 8192, KvPrecision.Find("bf16")!, weightsGib: 40);

        MemoryComponent weights = EngineList.Find("sglang")!.Predict(model, new Placement(4), 80 * ByteUnits.GiB).Components.First();

        Assert.Equal((10 * ByteUnits.GiB, 10m), (weights.Bytes, weights.ErrorPercent));
    }

    [Fact]
    public void Without_either_the_error_says_what_to_add()
    {
        var error = Assert.Throws<SizingException>(() => EngineList.Find("ideal")!.Predict(Served.Model([new FullAttention(2, 8, 128)]), new Placement(), ByteUnits.GiB));

        Assert.Contains("config.json", error.Message, System.StringComparison.Ordinal);
    }

    private static EngineMemory Predict(Model model, long tensorParallel = 1, string gpu = "H100") =>
        Served.Vllm.Predict(model, new Placement(tensorParallel), 80 * ByteUnits.GiB, null, Measured.Calibration, gpu);

    private static Model Model(string[] weights, long positions) => new(
        new EntryInfo("m"), [new FullAttention(1, 8, 128)], positions, KvPrecision.Find("bf16")!,
        architecture: new Architecture(new ArchitectureSizes("C", 64, 64, 1, 8, 64), weights.Select(WeightMatrix.Parse).ToArray()));
}
