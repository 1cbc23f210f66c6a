using System.Linq;
using Xunit;

namespace LlmSizing.Catalogs.Tests.HuggingFace;

public class LayoutImportTests
{
    [Fact]
    public void Gemma_3_slides_but_for_every_sixth_layer()
    {
        Model model = SmallConfig.Of("gemma-3-4b").Import();
        Assert.Equal(["29 sliding 1024, 4 heads of 256", "5 full, 4 heads of 256"], model.Layers.Select(group => group.ToString()));
        Assert.Equal("5-29/6", model.Layers[1].At!.ToString());
        Assert.Equal("gemma3", model.Family);
        Assert.True(model.Architecture!.Sizes.IsMultimodal);
    }

    [Fact]
    public void Gemma_4_keeps_what_its_last_layers_read_once()
    {
        Model model = SmallConfig.Of("gemma-4-e2b").Import();
        Assert.Equal(20, model.Layers.OfType<SharedCache>().Single().Count);
        Assert.Equal((12, 256), (model.Layers.OfType<SlidingAttention>().Single().Count, model.Layers.OfType<SlidingAttention>().Single().HeadDim));
        Assert.Equal((3, 512), (model.Layers.OfType<FullAttention>().Single().Count, model.Layers.OfType<FullAttention>().Single().HeadDim));
    }

    [Fact]
    public void Keys_that_are_values_have_one_projection_and_two_caches()
    {
        Model model = SmallConfig.Of("gemma-4-26b-a4b").Import();
        FullAttention full = model.Layers.OfType<FullAttention>().Single();
        Assert.Equal((2, 512, 512), (full.KeyValueHeads, full.HeadDim, full.ValueHeadDim));
        Assert.Equal(30, Count(model, "k_proj"));
        Assert.Equal(25, Count(model, "v_proj"));
    }

    [Fact]
    public void Qwen3_next_keeps_a_state_in_three_layers_of_four()
    {
        Model model = SmallConfig.Of("qwen3-next-80b").Import();
        RecurrentState state = model.Layers.OfType<RecurrentState>().Single();
        Assert.Equal(("gated_delta_net", 36, 8192, 4), (state.Layout, state.Count, state.Shape.ConvolutionChannels, state.Shape.ConvolutionKernel));
        Assert.Equal((32, 128, 128), (state.Shape.StateHeads, state.Shape.StateRows, state.Shape.StateColumns));
        Assert.Equal("3-47/4", model.Layers.OfType<FullAttention>().Single().At!.ToString());
        Assert.Equal(1, model.DraftLayers.Single().Count);
    }

    [Fact]
    public void Falcon_h1_has_both_mixers_in_every_layer()
    {
        Model model = SmallConfig.Of("falcon-h1-7b").Import();
        Assert.Equal(44, model.Layers.OfType<FullAttention>().Single().Count);
        Assert.Equal(44, model.Layers.OfType<RecurrentState>().Single().Count);
        Assert.Equal(88, model.NumLayers);
        Assert.Equal(44, model.Architecture!.Sizes.NumHiddenLayers);
    }

    [Fact]
    public void Nemotron_counts_layers_that_mix_tokens_only()
    {
        Model model = SmallConfig.Of("nemotron-nano-9b-v2").Import();
        Assert.Equal((31, 56), (model.NumLayers, model.Architecture!.Sizes.NumHiddenLayers));
        Assert.Equal("14,21-39/9", model.Layers.OfType<FullAttention>().Single().At!.ToString());
    }

    [Fact]
    public void Layers_without_attention_of_a_searched_model_keep_nothing()
    {
        Model model = SmallConfig.Of("decilm-of-four-layers").Import();
        Assert.Equal(["0: 8", "2: 4"], model.Layers.Select(group => $"{group.At}: {group.KeyValueHeads}"));
        Assert.Equal((2, 4), (model.NumLayers, model.Architecture!.Sizes.NumHiddenLayers));
    }

    [Fact]
    public void Whisper_keeps_the_encoders_tokens()
    {
        Model model = SmallConfig.Of("whisper-tiny").Import();
        Assert.Equal(1500, model.Layers.OfType<CrossAttention>().Single().EncoderTokens);
        Assert.Contains(model.Architecture!.Weights, matrix => matrix.Component == WeightComponent.Audio);
    }

    [Fact]
    public void Kimi_delta_attention_keeps_its_state_in_fp32()
    {
        Model model = SmallConfig.Of("kimi-linear-48b").Import();
        RecurrentState state = model.Layers.OfType<RecurrentState>().Single();
        Assert.Equal("fp32", state.Shape.StateFormat.Name);
        Assert.Equal((32L * 128 * 128 * 4) + (3 * 3 * 32 * 128 * 2), state.SequenceBytes(KvPrecision.Find("bf16")!));
        Assert.Equal("3-23/4,26", model.Layers.OfType<LatentAttention>().Single().At!.ToString());
    }

    [Fact]
    public void A_config_without_names_of_classes_is_told_by_its_type()
    {
        Model model = HfConfigImporter.Import(
            "m", """{"model_type": "qwen3", "hidden_size": 64, "intermediate_size": 128, "num_hidden_layers": 2, "num_attention_heads": 4, "num_key_value_heads": 2, "head_dim": 16, "vocab_size": 100, "max_position_embeddings": 512}""");
        Assert.Equal(("qwen3", "2 full, 2 heads of 16"), (model.Family, model.Layers[0].ToString()));
        Assert.Equal("bf16", model.DefaultKvPrecision.Name);
    }

    [Fact]
    public void Yarn_stretches_the_original_context()
    {
        string config = SmallConfig.Of("seed-oss-36b").Config;
        string stretched = config.Replace("\"max_position_embeddings\":524288", "\"max_position_embeddings\":32768,\"rope_scaling\":{\"type\":\"yarn\",\"factor\":4.0,\"original_max_position_embeddings\":32768}");
        Assert.Equal(131072, HfConfigImporter.Import("m", stretched).MaxPositionEmbeddings);
    }

    [Fact]
    public void Heads_are_left_out_where_a_class_ends_without_one()
    {
        Assert.DoesNotContain(SmallConfig.Of("qwen3-embedding-as-model").Import().Architecture!.Weights, matrix => matrix.Component == WeightComponent.Head);
        Assert.Equal(4096, SmallConfig.Of("llama-reward").Import().Architecture!.Weights.Single(matrix => matrix.Component == WeightComponent.Head).Parameters);
    }

    private static long Count(Model model, string name) => model.Architecture!.Weights.Where(matrix => matrix.Name == name && matrix.Component == WeightComponent.Attention).Sum(matrix => matrix.Count);
}
