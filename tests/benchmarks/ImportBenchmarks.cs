using System;
using System.IO;
using System.Linq;
using System.Text;
using LlmSizing.Catalogs.Tests.Safetensors;

namespace LlmSizing.Benchmarks;

/// <summary>A config.json, and the headers of 200 safetensors files of 60 tensors each.</summary>
internal static class ImportBenchmarks
{
    private const int Shards = 200;
    private const int Layers = 60;
    private const int Experts = 64;

    private const string Config = """
        { "architectures": ["Qwen3MoeForCausalLM"], "model_type": "qwen3_moe", "hidden_size": 2048, "intermediate_size": 6144, "moe_intermediate_size": 768, "num_experts": 64, "num_experts_per_tok": 8,
          "num_hidden_layers": 60, "num_attention_heads": 32, "num_key_value_heads": 4, "head_dim": 128, "vocab_size": 151936, "max_position_embeddings": 40960, "tie_word_embeddings": false, "torch_dtype": "bfloat16" }
        """;

    public static void Run(Table table)
    {
        string folder = Directory.CreateTempSubdirectory("llmsizing-").FullName;
        try
        {
            string config = Path.Combine(folder, "config.json");
            File.WriteAllText(config, Config);
            WriteShards(folder);
            string[] files = Directory.GetFiles(folder);
            table.Add(Row("Import of a config.json", () => ModelImporter.ImportPath(config), () => ReadHeader(config), 5));
            table.Add(Row("Import of 200 safetensors headers and their index", () => ModelImporter.ImportPath(folder), () => files.Sum(ReadHeader), 200));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>An import's line: its time against a bar, and against reading the same bytes.</summary>
    /// <param name="what">What is imported.</param>
    /// <param name="import">The import.</param>
    /// <param name="read">The same bytes read.</param>
    /// <param name="most">The bar in milliseconds.</param>
    public static Row Row(string what, Func<object> import, Func<long> read, int most)
    {
        double imported = Measure.Nanoseconds(1, () => GC.KeepAlive(import()));
        double floor = Measure.Nanoseconds(1, () => GC.KeepAlive(read()));
        return new Row(what, Measure.Text(imported / 1e6, "ms"), $"{Measure.Text(floor / 1e6, "ms")}, the same bytes read", Measure.Times(imported / floor), $"under {most} ms", imported < most * 1e6);
    }

    // Of a safetensors file the header, of another all.
    private static long ReadHeader(string path)
    {
        using FileStream stream = File.OpenRead(path);
        byte[] length = new byte[8];
        stream.ReadExactly(length);
        byte[] rest = new byte[path.EndsWith(".safetensors", StringComparison.Ordinal) ? BitConverter.ToInt64(length) : stream.Length - 8];
        stream.ReadExactly(rest);
        return rest.Length;
    }

    private static void WriteShards(string folder)
    {
        (string Name, long[] Shape)[] tensors = [("embed_tokens.weight", [151_936, 2048]), .. Enumerable.Range(0, Layers).SelectMany(Layer), ("norm.weight", [2048])];
        var map = new StringBuilder("{\"weight_map\":{\"lm_head.weight\":\"model-0.safetensors\"");
        for (int shard = 0; shard < Shards; shard++)
        {
            string file = $"model-{shard}.safetensors";
            var builder = new SafetensorsBuilder();
            if (shard == 0)
            {
                builder.Add("lm_head.weight", "BF16", 151_936, 2048);
            }
            foreach ((string name, long[] shape) in tensors[(shard * tensors.Length / Shards)..((shard + 1) * tensors.Length / Shards)])
            {
                builder.Add("model." + name, "BF16", shape);
                map.Append(",\"model.").Append(name).Append("\":\"").Append(file).Append('"');
            }
            builder.Write(Path.Combine(folder, file));
        }
        File.WriteAllText(Path.Combine(folder, "model.safetensors.index.json"), map.Append("}}").ToString());
    }

    private static (string Name, long[] Shape)[] Layer(int layer)
    {
        (string Name, long[] Shape)[] attention =
        [
            ("input_layernorm", [2048]), ("post_attention_layernorm", [2048]), ("self_attn.q_norm", [128]), ("self_attn.k_norm", [128]), ("mlp.gate", [Experts, 2048]),
            ("self_attn.q_proj", [4096, 2048]), ("self_attn.k_proj", [512, 2048]), ("self_attn.v_proj", [512, 2048]), ("self_attn.o_proj", [2048, 4096]),
        ];
        var experts = Enumerable.Range(0, Experts).SelectMany(expert => new (string Name, long[] Shape)[]
        {
            ($"mlp.experts.{expert}.gate_proj", [768, 2048]), ($"mlp.experts.{expert}.up_proj", [768, 2048]), ($"mlp.experts.{expert}.down_proj", [2048, 768]),
        });
        return [.. attention.Concat(experts).Select(matrix => ($"layers.{layer}.{matrix.Name}.weight", matrix.Shape))];
    }
}
