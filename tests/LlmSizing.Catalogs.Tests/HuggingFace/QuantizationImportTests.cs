using System;
using System.Diagnostics;
using System.Linq;
using Xunit;

namespace LlmSizing.Catalogs.Tests.HuggingFace;

public class QuantizationImportTests
{
    private const string Qwen3Of8B =
        """
        {"architectures": ["Qwen3ForCausalLM"], "hidden_size": 4096, "intermediate_size": 12288, "num_hidden_layers": 36, "num_attention_heads": 32, "num_key_value_heads": 8, "head_dim": 128,
         "vocab_size": 151936, "max_position_embeddings": 40960, "torch_dtype": "bfloat16"QUANT}
        """;

    private const string MiniMaxM2 =
        """
        {"architectures": ["MiniMaxM2ForCausalLM"], "hidden_size": 3072, "intermediate_size": 1536, "num_hidden_layers": 62, "num_attention_heads": 48, "num_key_value_heads": 8, "head_dim": 128,
         "num_local_experts": 256, "num_experts_per_tok": 8, "vocab_size": 200064, "max_position_embeddings": 196608, "use_qk_norm": true, "use_routing_bias": true, "dtype": "bfloat16",
         "quantization_config": {"quant_method": "fp8", "weight_block_size": [128, 128], "modules_to_not_convert": ["gate", "e_score_correction_bias", "lm_head"]}}
        """;

    private const string GptOss20B =
        """
        {"architectures": ["GptOssForCausalLM"], "hidden_size": 2880, "intermediate_size": 2880, "num_hidden_layers": 24, "num_attention_heads": 64, "num_key_value_heads": 8, "head_dim": 64,
         "num_local_experts": 32, "num_experts_per_tok": 4, "vocab_size": 201088, "max_position_embeddings": 131072, "sliding_window": 128, "attention_bias": true,
         "quantization_config": {"quant_method": "mxfp4", "modules_to_not_convert": ["model.layers.*.self_attn", "model.layers.*.mlp.router", "model.embed_tokens", "lm_head"]}}
        """;

    private const string Fp8Dynamic =
        """
        {"quant_method": "compressed-tensors", "format": "float-quantized", "ignore": ["lm_head"], "config_groups": {"group_0": {"targets": ["Linear"],
         "weights": {"num_bits": 8, "type": "float", "strategy": "channel", "symmetric": true}, "input_activations": {"num_bits": 8, "type": "float", "strategy": "token", "dynamic": true}}}}
        """;

    [Fact]
    public void Qwen3_8b_in_fp8_by_channel_has_the_files_bytes() =>
        Assert.Equal(8.790292739868164, Imported(Fp8Dynamic).Architecture!.WeightBytes / (double)(1 << 30), 12);

    [Fact]
    public void Minimax_m2_has_the_files_bytes() => Assert.Equal(230_121_630_720, HfConfigImporter.Import("m", MiniMaxM2).Architecture!.WeightBytes);

    [Fact]
    public void Gpt_oss_has_the_checkpoints_bytes()
    {
        Architecture architecture = HfConfigImporter.Import("m", GptOss20B).Architecture!;
        // The published file has 13,761,300,984 bytes, its header among them.
        Assert.InRange(13_761_300_984 - architecture.WeightBytes, 0, 100_000);
        Assert.Equal(20_914_757_184, architecture.Parameters);
        Assert.Equal("mxfp4", Format(architecture, "up_proj"));
        Assert.Equal("bf16", Format(architecture, "q_proj"));
    }

    [Theory]
    [InlineData("""{"quant_method": "fp8", "weight_block_size": [128, 128]}""", "fp8_block")]
    [InlineData("""{"quant_method": "fp8", "activation_scheme": "static"}""", "fp8")]
    [InlineData("""{"quant_method": "fbgemm_fp8"}""", "fp8_row")]
    [InlineData("""{"quant_method": "awq", "bits": 4, "group_size": 128, "zero_point": true}""", "awq_g128")]
    [InlineData("""{"quant_method": "gptq", "bits": 4, "group_size": 32, "desc_act": false, "sym": true}""", "awq_g32")]
    [InlineData("""{"quant_method": "gptq", "bits": 8, "group_size": 128}""", "gptq8_g128")]
    [InlineData("""{"quant_method": "bitsandbytes", "load_in_4bit": true, "bnb_4bit_use_double_quant": true}""", "bnb_nf4")]
    [InlineData("""{"load_in_4bit": true}""", "bnb_nf4_plain")]
    [InlineData("""{"quant_method": "bitsandbytes", "load_in_8bit": true}""", "bnb_int8")]
    [InlineData("""{"quant_method": "quark", "global_quant_config": {"weight": {"dtype": "fp8_e4m3", "qscheme": "per_tensor"}}, "exclude": ["lm_head"]}""", "fp8")]
    [InlineData("""{"quant_method": "quark", "global_quant_config": {"weight": {"dtype": "fp4", "qscheme": "per_group", "group_size": 32}}, "exclude": ["lm_head"]}""", "mxfp4")]
    [InlineData("""{"quant_method": "modelopt", "quant_algo": "NVFP4", "group_size": 16}""", "nvfp4")]
    [InlineData("""{"quant_method": "modelopt", "quant_algo": "FP8"}""", "fp8")]
    [InlineData("""{"quant_method": "compressed-tensors", "config_groups": {"g": {"targets": ["Linear"], "weights": {"num_bits": 8, "type": "int", "strategy": "channel"}}}}""", "int8")]
    [InlineData("""{"quant_method": "compressed-tensors", "config_groups": {"g": {"targets": ["Linear"], "weights": {"num_bits": 4, "type": "int", "strategy": "group", "group_size": 128, "symmetric": true}}}}""", "int4_g128")]
    [InlineData("""{"quant_method": "compressed-tensors", "config_groups": {"g": {"targets": ["Linear"], "weights": {"num_bits": 4, "type": "int", "strategy": "group", "group_size": 128, "symmetric": false}}}}""", "awq_g128")]
    [InlineData("""{"quant_method": "compressed-tensors", "config_groups": {"g": {"targets": ["Linear"], "weights": {"num_bits": 4, "type": "float", "strategy": "tensor_group", "group_size": 16}}}}""", "nvfp4")]
    [InlineData("""{"quant_method": "compressed-tensors", "config_groups": {"g": {"targets": ["Linear"], "weights": {"num_bits": 4, "type": "float", "strategy": "group", "group_size": 32}}}}""", "mxfp4")]
    public void A_method_is_a_format_of_the_linear_layers_and_of_nothing_else(string quantization, string format)
    {
        Architecture architecture = Imported(quantization).Architecture!;
        Assert.Equal(format, Format(architecture, "q_proj"));
        Assert.Equal(format, Format(architecture, "down_proj"));
        Assert.All(["embed_tokens", "lm_head", "input_layernorm", "q_norm"], name => Assert.Equal("bf16", Format(architecture, name)));
        Assert.NotNull(architecture.Sizes.Quantization);
    }

    [Theory]
    [InlineData("\"model.layers.0.mlp.down_proj\"", "down_proj", "1-35")]
    [InlineData("\"model.layers.1*\"", "down_proj", "0,2-9,20-35")]
    [InlineData("\"model.layers.1.*\"", "down_proj", "0,2-35")]
    [InlineData("\"language_model.model.layers.3.self_attn*\"", "q_proj", "0-2,4-35")]
    [InlineData("\"re:.*layers\\\\.(0|35)\\\\..*\"", "q_proj", "1-34")]
    [InlineData("\"re:model.layers.[0-9][.].*\"", "q_proj", "10-35")]
    [InlineData("\"model.layers.2\"", "o_proj", "0-1,3-35")]
    [InlineData("\"*.2.mlp.*\"", "up_proj", "0-1,3-35")]
    public void Modules_that_are_listed_stay_as_they_are(string listed, string name, string quantized)
    {
        string scheme = Fp8Dynamic.Replace("\"lm_head\"", "\"lm_head\", " + listed);
        WeightMatrix matrix = Imported(scheme).Architecture!.Weights.Single(one => one.Name == name && one.Format.Name == "fp8_channel");
        Assert.Equal(quantized, matrix.Layers!.ToString());
    }

    [Theory]
    [InlineData("\"gate\"")]
    [InlineData("\"re:.*mlp.gate$\"")]
    [InlineData("\"re:.*router.*\"")]
    public void A_name_is_no_beginning_of_another(string listed)
    {
        Architecture architecture = Imported(Fp8Dynamic.Replace("\"lm_head\"", "\"lm_head\", " + listed)).Architecture!;
        Assert.Equal("fp8_channel", Format(architecture, "gate_proj"));
    }

    [Fact]
    public void A_group_may_list_its_modules()
    {
        const string Two =
            """
            {"quant_method": "modelopt", "quant_algo": "MIXED_PRECISION", "quantized_layers": {"model.layers.0.self_attn.q_proj": {"quant_algo": "FP8"}, "model.layers.0.mlp.up_proj": {"quant_algo": "NVFP4"},
             "lm_head": {"quant_algo": "W4A16_NVFP4"}}, "kv_cache_quant_algo": "FP8"}
            """;
        Model model = Imported(Two);
        Assert.Equal(["0 fp8", "1-35 bf16"], model.Architecture!.Weights.Where(matrix => matrix.Name == "q_proj").Select(matrix => $"{matrix.Layers} {matrix.Format}"));
        Assert.Equal("nvfp4", Format(model.Architecture, "lm_head"));
        Assert.Equal("fp8", model.DefaultKvPrecision.Name);
    }

    [Fact]
    public void A_file_beside_the_config_says_how_it_is_quantised()
    {
        const string Beside = """{"producer": {"name": "modelopt"}, "quantization": {"quant_algo": "NVFP4", "kv_cache_quant_algo": "FP8", "group_size": 16, "exclude_modules": ["lm_head", "model.layers.0.self_attn*"]}}""";
        Model model = HfConfigImporter.Import("m", Qwen3Of8B.Replace("QUANT", ""), Beside);
        Assert.Equal("fp8", model.DefaultKvPrecision.Name);
        Assert.Equal("1-35", model.Architecture!.Weights.Single(matrix => matrix.Name == "k_proj" && matrix.Format.Name == "nvfp4").Layers!.ToString());
    }

    [Theory]
    [InlineData("""{"quant_method": "fp8", "kv_cache_scheme": {"num_bits": 8, "type": "float"}}""", "fp8")]
    [InlineData("""{"quant_method": "fp8", "kv_cache_scheme": null}""", "bf16")]
    [InlineData("""{"quant_method": "modelopt", "quant_algo": "FP8", "kv_cache_quant_algo": null}""", "bf16")]
    [InlineData("""{"quant_method": "modelopt", "quant_algo": "FP8", "kv_cache_quant_algo": "NVFP4"}""", "nvfp4")]
    public void The_caches_precision_is_the_checkpoints(string quantization, string precision) => Assert.Equal(precision, Imported(quantization).DefaultKvPrecision.Name);

    [Theory]
    [InlineData("""{"quant_method": "spiral"}""")]
    [InlineData("""{"quant_method": "fp8", "weight_block_size": [64, 64]}""")]
    [InlineData("""{"quant_method": "gptq", "bits": 3, "group_size": 128}""")]
    [InlineData("""{"quant_method": "awq", "bits": 4, "group_size": 48}""")]
    [InlineData("""{"quant_method": "modelopt", "quant_algo": "FP1"}""")]
    [InlineData("""{"quant_method": "compressed-tensors"}""")]
    [InlineData("""{"quant_method": "compressed-tensors", "config_groups": {"g": {"weights": {"num_bits": 2, "type": "int"}}}}""")]
    [InlineData("""{"quant_method": "fp8", "ignored_layers": ["re:("]}""")]
    [InlineData("""{"quant_method": "fp8", "ignored_layers": [1]}""")]
    [InlineData("""{"quant_method": "fp8", "kv_cache_scheme": {"num_bits": 3}}""")]
    public void What_is_not_known_is_refused(string quantization) => Assert.Throws<ImportException>(() => Imported(quantization));

    [Fact]
    public void An_expression_that_takes_for_ever_is_refused_soon()
    {
        var watch = Stopwatch.StartNew();
        Assert.Throws<ImportException>(() => Imported("""{"quant_method": "fp8", "ignored_layers": ["re:(.*?.*?.*?.*?.*?.*?.*?.*?.*?.*?.*?.*?.*?.*?.*?.*?.*?.*?.*?.*?.*?.*?.*?.*?.*?.*?)*$x"]}"""));
        Assert.True(watch.ElapsedMilliseconds < 5000, $"{watch.ElapsedMilliseconds} ms");
    }

    private static Model Imported(string quantization) => HfConfigImporter.Import("m", Qwen3Of8B.Replace("QUANT", ", \"quantization_config\": " + quantization));

    private static string Format(Architecture architecture, string name) => architecture.Weights.First(matrix => matrix.Name == name).Format.Name;
}
