using System.Collections.Generic;
using System.Linq;

namespace LlmSizing.Catalogs.Tests.HuggingFace;

/// <summary>Texts of config.json that are no model, each with the field that the refusal must name; null where no one field is at fault.</summary>
internal static class BrokenConfigs
{
    private const string Start =
        """{"architectures": ["Qwen3MoeForCausalLM"], "hidden_size": 64, "intermediate_size": 128, "num_hidden_layers": 2, "num_attention_heads": 4, "num_key_value_heads": 2, "head_dim": 16, "vocab_size": 100, "max_position_embeddings": 512, "num_experts": 4, "num_experts_per_tok": 2, "moe_intermediate_size": 32""";

    private static readonly string[] Sizes =
        ["hidden_size", "moe_intermediate_size", "num_hidden_layers", "num_attention_heads", "num_key_value_heads", "head_dim", "vocab_size", "max_position_embeddings", "num_experts", "num_experts_per_tok"];

    private static readonly string[] NoSizes = ["-1", "1.5", "NaN", "1e400", "99999999999999999999", "\"64\"", "true", "{}", "[]"];

    /// <summary>The config that each case breaks.</summary>
    public static string Whole => Start + "}";

    public static IReadOnlyList<(string Config, string? Field)> All =>
    [
        .. Sizes.SelectMany(size => NoSizes.Select(value => (With(size, value), (string?)size))),
        .. new[] { "hidden_size", "num_hidden_layers", "num_attention_heads", "num_key_value_heads", "head_dim", "vocab_size", "max_position_embeddings" }.Select(size => (With(size, "0"), (string?)size)),
        .. Texts,
        .. Layers,
        .. Quantization,
    ];

    private static IEnumerable<(string, string?)> Texts =>
    [
        ("", null),
        ("model", null),
        ("[]", null),
        ("1", null),
        ("null", null),
        (Start, null),
        (Whole + "}", null),
        (Whole + Whole, null),
        ("\u0000" + Whole, null),
        (Start + ",}", null),
        (Start + ", 'a': 1}", null),
        (Start + ", \"a\": 01}", null),
        (Start + ", \"hidden_size\": 64}", null),
        (Start + ", \"a\": " + new string('[', 100_000) + "}", null),
        (Start + ", \"a\": " + string.Concat(Enumerable.Repeat("{\"a\":", 100_000)) + "}", null),
        (Start + ", \"a\": [" + string.Join(",", Enumerable.Repeat("1", 300_000)) + "]}", null),
        (Start + ", \"a\": \"" + new string('x', 5 << 20) + "\"}", null),
        (With("num_hidden_layers", "1000000"), "num_hidden_layers"),
        (With("num_hidden_layers", "9999999"), "num_hidden_layers"),
        (Start + ", \"text_config\": 1}", "text_config"),
        (Start + ", \"text_config\": []}", "text_config"),
        (Start + ", \"text_config\": \"qwen3\"}", "text_config"),
        (Start.Replace("\"num_experts_per_tok\": 2", "\"num_experts_per_tok\": 5") + "}", "num_experts_per_tok"),
        (Start.Replace("\"num_key_value_heads\": 2", "\"num_key_value_heads\": 3") + "}", "num_key_value_heads"),
        (Start.Replace("\"num_key_value_heads\": 2", "\"num_key_value_heads\": 8") + "}", "num_key_value_heads"),
        (Start.Replace(", \"head_dim\": 16", "").Replace("\"hidden_size\": 64", "\"hidden_size\": 65").Replace("Qwen3MoeForCausalLM", "MixtralForCausalLM") + "}", "head_dim"),
        (Start + ", \"torch_dtype\": \"int3\"}", "torch_dtype"),
        (Start + ", \"tie_word_embeddings\": \"no\"}", "tie_word_embeddings"),
        (Start + ", \"mlp_only_layers\": 1}", "mlp_only_layers"),
        (Start + ", \"mlp_only_layers\": [\"a\"]}", "mlp_only_layers"),
    ];

    private static IEnumerable<(string, string?)> Layers => new[]
    {
        "\"full_attention\"", "1", "{}", "true", "[]", "[\"full_attention\"]", "[\"full_attention\", \"spiral\"]", "[\"full_attention\", null]", "[\"full_attention\", [\"full_attention\"]]",
        "[\"full_attention\", 1]", "[\"\", \"\"]", "[\"Full_Attention\", \"full_attention\"]", "[\"full_attention\", \"linear_attention\"]",
    }.Select(value => (Start + $", \"layer_types\": {value}}}", (string?)"layer_types"));

    private static IEnumerable<(string, string?)> Quantization => new (string Value, string? Field)[]
    {
        ("1", ""), ("[]", ""), ("\"fp8\"", ""), ("{}", "quant_method"),
        ("{\"quant_method\": \"spiral\"}", "quant_method"),
        ("{\"quant_method\": 8}", "quant_method"),
        ("{\"quant_method\": \"fp8\", \"weight_block_size\": 128}", "weight_block_size"),
        ("{\"quant_method\": \"fp8\", \"weight_block_size\": [128]}", "weight_block_size"),
        ("{\"quant_method\": \"fp8\", \"weight_block_size\": [128, \"128\"]}", "weight_block_size"),
        ("{\"quant_method\": \"fp8\", \"ignored_layers\": [1]}", "ignored_layers"),
        ("{\"quant_method\": \"awq\"}", "bits"),
        ("{\"quant_method\": \"awq\", \"bits\": 3}", "group_size"),
        ("{\"quant_method\": \"awq\", \"bits\": \"4\"}", "bits"),
        ("{\"quant_method\": \"awq\", \"bits\": 4, \"group_size\": 7}", "group_size"),
        ("{\"quant_method\": \"awq\", \"bits\": 4, \"zero_point\": \"yes\"}", "zero_point"),
        ("{\"quant_method\": \"gptq\", \"bits\": 4, \"group_size\": 1.5}", "group_size"),
        ("{\"quant_method\": \"bitsandbytes\", \"load_in_8bit\": 1}", "load_in_8bit"),
        ("{\"quant_method\": \"compressed-tensors\"}", "config_groups"),
        ("{\"quant_method\": \"compressed-tensors\", \"config_groups\": []}", "config_groups"),
        ("{\"quant_method\": \"compressed-tensors\", \"config_groups\": {\"group_0\": {\"weights\": {}}}}", "config_groups.group_0.weights.num_bits"),
        ("{\"quant_method\": \"compressed-tensors\", \"config_groups\": {\"group_0\": {\"weights\": {\"num_bits\": 5, \"type\": \"int\"}}}}", "config_groups.group_0.weights.num_bits"),
        ("{\"quant_method\": \"compressed-tensors\", \"config_groups\": {\"group_0\": {\"weights\": {\"num_bits\": 8, \"type\": \"float\", \"strategy\": \"tensor\"}, \"targets\": \"Linear\"}}}", "config_groups.group_0.targets"),
        ("{\"quant_method\": \"modelopt\"}", "quant_algo"),
        ("{\"quant_method\": \"modelopt\", \"quant_algo\": \"FP3\"}", "quant_algo"),
        ("{\"quant_method\": \"modelopt\", \"quant_algo\": \"MIXED_PRECISION\"}", "quantized_layers"),
        ("{\"quant_method\": \"quark\"}", "global_quant_config"),
        ("{\"quant_method\": \"quark\", \"global_quant_config\": {\"weight\": {}}}", "global_quant_config.weight.dtype"),
        ("{\"quant_method\": \"quark\", \"global_quant_config\": {\"weight\": {\"dtype\": \"fp1\"}}}", "global_quant_config.weight.dtype"),
        ("{\"quant_method\": \"fp8\", \"kv_cache_scheme\": {\"num_bits\": 3}}", "kv_cache_scheme.num_bits"),
    }.Select(broken => (Start + $", \"quantization_config\": {broken.Value}}}", (string?)("quantization_config." + broken.Field).TrimEnd('.')));

    private static string With(string field, string value)
    {
        int at = Start.IndexOf($"\"{field}\": ", System.StringComparison.Ordinal) + field.Length + 4;
        int end = Start.IndexOf(',', at);
        return Start[..at] + value + (end < 0 ? "" : Start[end..]) + "}";
    }
}
