using Xunit;

namespace LlmSizing.Tests.Inputs;

public class DraftLayersTests
{
    private static readonly KvPrecision Bf16 = KvPrecision.Find("bf16")!;

    private static readonly Model Latent = new(
        new EntryInfo("latent", aliases: ["a/b"]), [new LatentAttention(61, 512, 64)], 163_840, Bf16,
        architecture: new Architecture(
            new ArchitectureSizes("DeepseekV3ForCausalLM", 8, 16, 61, 2, 4),
            [WeightMatrix.Parse("attention o_proj @0-60 8x8 row bf16"), WeightMatrix.Parse("mtp eh_proj @61 8x16 replicated bf16")]),
        draftLayers: [new LatentAttention(1, 512, 64)]);

    [Fact]
    public void Multi_token_prediction_counts_only_where_it_is_asked_for()
    {
        Assert.Equal(61L * 576 * 2, new SessionKvCache(Latent, 1, null).ComputeBytes());
        Assert.Equal(61L * 64 * 2, Latent.Architecture!.WeightBytes);
        Model speculating = Latent.WithDraftLayers();
        Assert.Equal(62L * 576 * 2, new SessionKvCache(speculating, 1, null).ComputeBytes());
        Assert.Equal((61L * 64 * 2) + (8 * 16 * 2), speculating.Architecture!.WeightBytes);
        Assert.Equal(("latent", "a/b"), (speculating.Name, speculating.Aliases[0]));
    }

    [Fact]
    public void It_lies_in_the_last_stage()
    {
        var shards = ModelShard.Of(Latent.WithDraftLayers(), new Placement(pipelineParallel: 2));
        Assert.Equal((31L * 64 * 2, (30L * 64 * 2) + (8 * 16 * 2)), (shards[0].WeightBytes, shards[1].WeightBytes));
        Assert.Equal((31L * 576 * 2, 31L * 576 * 2), (shards[0].KvBytesPerSession(1, Bf16), shards[1].KvBytesPerSession(1, Bf16)));
    }

    [Fact]
    public void A_model_without_it_is_refused() =>
        Assert.Equal("MultiTokenPrediction", Assert.Throws<SizingException>(Given.Model().WithDraftLayers).Input);
}
