using Xunit;

namespace LlmSizing.Catalogs.Tests.HuggingFace;

public class RefusedConfigTests
{
    private const string Small =
        """{"architectures": ["LlamaForCausalLM"], "hidden_size": 64, "intermediate_size": 128, "num_hidden_layers": 2, "num_attention_heads": 4, "vocab_size": 100, "max_position_embeddings": 512}""";

    [Theory]
    [InlineData("""{"architectures": ["BertModel"], "model_type": "bert"}""", "encoder")]
    [InlineData("""{"architectures": ["XLMRobertaModel"], "model_type": "xlm-roberta"}""", "encoder")]
    [InlineData("""{"architectures": ["CLIPModel"], "model_type": "clip"}""", "without a decoder")]
    [InlineData("""{"architectures": ["Qwen2ForCausalLM"], "model_type": "qwen2", "is_causal": false}""", "both directions")]
    [InlineData("""{"__version__": {"sentence_transformers": "3.0"}, "prompts": {}}""", "sentence-transformers")]
    [InlineData("""{"producer": {"name": "modelopt"}, "quantization": {"quant_algo": "FP8"}}""", "hf_quant_config.json")]
    [InlineData("""{"_diffusers_version": "0.30"}""", "diffusion")]
    [InlineData("{}", "neither architectures nor model_type")]
    public void What_keeps_no_cache_is_refused_with_the_reason(string config, string says) => Assert.Contains(says, Refused(config).Message);

    [Fact]
    public void An_unknown_architecture_is_refused_with_the_fields_that_it_would_need()
    {
        ImportException error = Refused("""{"architectures": ["SpiralForCausalLM"], "model_type": "spiral", "hidden_size": 64}""");
        Assert.Equal("architectures", error.Field);
        foreach (string part in new[] { "'SpiralForCausalLM' is not known", "num_hidden_layers", "num_key_value_heads", "head_dim", "hidden_size", "vocab_size", "experts" })
        {
            Assert.Contains(part, error.Message);
        }
    }

    [Theory]
    [InlineData("\"hidden_size\": 64, ", "", "hidden_size")]
    [InlineData("\"num_hidden_layers\": 2, ", "", "num_hidden_layers")]
    [InlineData("\"vocab_size\": 100, ", "", "vocab_size")]
    [InlineData(", \"max_position_embeddings\": 512", "", "max_position_embeddings")]
    [InlineData("\"hidden_size\": 64", "\"hidden_size\": null", "hidden_size")]
    [InlineData("\"hidden_size\": 64", "\"hidden_size\": \"64\"", "hidden_size")]
    [InlineData("\"hidden_size\": 64", "\"hidden_size\": 64.0", "hidden_size")]
    [InlineData("\"hidden_size\": 64", "\"hidden_size\": NaN", "hidden_size")]
    [InlineData("\"hidden_size\": 64", "\"hidden_size\": -64", "hidden_size")]
    [InlineData("\"hidden_size\": 64", "\"hidden_size\": 0", "hidden_size")]
    [InlineData("\"hidden_size\": 64", "\"hidden_size\": 65", "head_dim")]
    [InlineData("\"hidden_size\": 64", "\"hidden_size\": 99999999999", "hidden_size")]
    [InlineData("\"num_hidden_layers\": 2", "\"num_hidden_layers\": 1000000", "num_hidden_layers")]
    [InlineData("\"num_hidden_layers\": 2", "\"num_hidden_layers\": 0", "num_hidden_layers")]
    [InlineData("\"num_attention_heads\": 4", "\"num_attention_heads\": 4, \"attention_bias\": 1", "attention_bias")]
    [InlineData("\"num_attention_heads\": 4", "\"num_attention_heads\": 4, \"num_key_value_heads\": 0", "num_key_value_heads")]
    [InlineData("\"num_attention_heads\": 4", "\"num_attention_heads\": 4, \"layer_types\": [\"full_attention\"]", "layer_types")]
    [InlineData("\"num_attention_heads\": 4", "\"num_attention_heads\": 4, \"layer_types\": [\"full_attention\", \"spiral\"]", "layer_types")]
    [InlineData("\"num_attention_heads\": 4", "\"num_attention_heads\": 4, \"layer_types\": [\"full_attention\", 1]", "layer_types")]
    [InlineData("\"num_attention_heads\": 4", "\"num_attention_heads\": 4, \"layer_types\": [\"full_attention\", \"linear_attention\"]", "layer_types")]
    [InlineData("\"num_attention_heads\": 4", "\"num_attention_heads\": 4, \"layer_types\": [\"full_attention\", \"sliding_attention\"]", "sliding_window")]
    [InlineData("\"num_attention_heads\": 4", "\"num_attention_heads\": 4, \"torch_dtype\": \"float128\"", "torch_dtype")]
    public void A_field_that_is_missing_or_wrong_is_named(string from, string to, string field)
    {
        Assert.NotNull(HfConfigImporter.Import("m", Small));
        Assert.Contains(from, Small);
        Assert.Equal(field, Refused(Small.Replace(from, to)).Field);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("1")]
    [InlineData("")]
    [InlineData("""{"architectures": [1]}""")]
    [InlineData("""{"architectures": ["LlamaForCausalLM", "LlamaForCausalLM"], "architectures": []}""")]
    public void What_is_no_config_is_refused(string text) => Refused(text);

    [Fact]
    public void Sizes_that_multiply_beyond_a_number_are_refused()
    {
        string huge = Small.Replace("\"hidden_size\": 64", "\"hidden_size\": 9999999, \"head_dim\": 9999999").Replace("\"num_attention_heads\": 4", "\"num_attention_heads\": 9999999");
        Refused(huge);
    }

    private static ImportException Refused(string config) => Assert.Throws<ImportException>(() => HfConfigImporter.Import("m", config));
}
