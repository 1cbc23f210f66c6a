using System.Collections.Generic;
using System.Linq;

namespace LlmSizing.Catalogs.Tests.Safetensors;

/// <summary>A small model's config and the tensors of its layers.</summary>
internal static class CheckpointSample
{
    public const string Config = """
        { "architectures": ["Qwen3ForCausalLM"], "model_type": "qwen3", "hidden_size": 256, "intermediate_size": 512, "num_hidden_layers": 2, "num_attention_heads": 4,
          "num_key_value_heads": 2, "head_dim": 64, "vocab_size": 1000, "max_position_embeddings": 4096, "tie_word_embeddings": false, "torch_dtype": "bfloat16" }
        """;

    public const string MoeConfig = """
        { "architectures": ["Qwen3MoeForCausalLM"], "model_type": "qwen3_moe", "hidden_size": 256, "intermediate_size": 512, "moe_intermediate_size": 128, "num_experts": 4, "num_experts_per_tok": 2,
          "num_hidden_layers": 2, "num_attention_heads": 4, "num_key_value_heads": 2, "head_dim": 64, "vocab_size": 1000, "max_position_embeddings": 4096, "tie_word_embeddings": false, "torch_dtype": "bfloat16" }
        """;

    /// <summary>The linear layers of a decoder layer: module, rows, columns.</summary>
    public static IReadOnlyList<(string Module, long Rows, long Columns)> Linear { get; } =
    [
        ("self_attn.q_proj", 256, 256), ("self_attn.k_proj", 128, 256), ("self_attn.v_proj", 128, 256), ("self_attn.o_proj", 256, 256),
        ("mlp.gate_proj", 512, 256), ("mlp.up_proj", 512, 256), ("mlp.down_proj", 256, 512),
    ];

    public static SafetensorsBuilder Whole(System.Action<SafetensorsBuilder, string, long, long>? linear = null)
    {
        var file = new SafetensorsBuilder().Add("model.embed_tokens.weight", "BF16", 1000, 256).Add("lm_head.weight", "BF16", 1000, 256).Add("model.norm.weight", "BF16", 256);
        for (int layer = 0; layer < 2; layer++)
        {
            Norms(file, layer);
            foreach ((string module, long rows, long columns) in Linear)
            {
                (linear ?? Plain)(file, $"model.layers.{layer}.{module}", rows, columns);
            }
        }
        return file;
    }

    public static void Plain(SafetensorsBuilder file, string module, long rows, long columns) => file.Add(module + ".weight", "BF16", rows, columns);

    public static void Norms(SafetensorsBuilder file, int layer)
    {
        file.Add($"model.layers.{layer}.input_layernorm.weight", "BF16", 256).Add($"model.layers.{layer}.post_attention_layernorm.weight", "BF16", 256)
            .Add($"model.layers.{layer}.self_attn.q_norm.weight", "BF16", 64).Add($"model.layers.{layer}.self_attn.k_norm.weight", "BF16", 64);
    }

    /// <summary>A folder with a config and one file; the model of it.</summary>
    public static Model Import(SafetensorsBuilder file, string config = Config)
    {
        using var folder = new TempFolder();
        folder.Write("config.json", config);
        file.Write(folder.PathOf("model.safetensors"));
        return ModelImporter.ImportPath(folder.Path, "m");
    }

    public static IEnumerable<string> Lines(Model model) => model.Architecture!.Weights.Select(matrix => matrix.ToString());
}
