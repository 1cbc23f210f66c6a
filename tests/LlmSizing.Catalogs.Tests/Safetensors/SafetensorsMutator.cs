using System;
using System.Linq;
using System.Text;
using LlmSizing.Catalogs.Tests.HuggingFace;

namespace LlmSizing.Catalogs.Tests.Safetensors;

/// <summary>Damages safetensors headers and indexes, the same for the same seed: for the tests and for the long run of LlmSizing.Fuzz.</summary>
internal static class SafetensorsMutator
{
    private const int LengthBytes = 8;
    private const string Shard = "part.safetensors";
    private const string Config = """
        { "architectures": ["Qwen3ForCausalLM"], "hidden_size": 16, "intermediate_size": 32, "num_hidden_layers": 1, "num_attention_heads": 2,
          "num_key_value_heads": 1, "head_dim": 8, "vocab_size": 10, "max_position_embeddings": 64, "tie_word_embeddings": false }
        """;

    private static readonly long[] Lengths = [0, 1, 2, -1, long.MaxValue, long.MinValue, 100_000_000, 1L << 32];
    private static readonly byte[] Whole = SafetensorsBuilder.Bytes(Model().Header, Model().DataBytes);

    /// <summary>A whole file and a whole index.</summary>
    public static byte[][] Seeds { get; } =
        [Whole, Encoding.UTF8.GetBytes("{\"metadata\":{\"total_size\":1},\"weight_map\":{" + string.Join(",", Model().Names.Select(name => $"\"{name}\":\"{Shard}\"")) + "}}")];

    /// <summary>Whether the bytes are a model's file or the index of one; a reason why not is as good, anything else is thrown.</summary>
    public static bool Import(byte[] bytes)
    {
        using var folder = new TempFolder();
        folder.Write("config.json", Config);
        folder.Write(Shard, Whole);
        // An index begins with a brace, a file with the length of its header.
        folder.Write(bytes.Length > 0 && bytes[0] == '{' ? "model.safetensors.index.json" : "model.safetensors", bytes);
        try
        {
            return ModelImporter.ImportPath(folder.Path, "m").WeightsGib is not null;
        }
        catch (ImportException)
        {
            return false;
        }
    }

    /// <summary>A damaged copy: the JSON changed with the right length before it, another length, bits changed, the end cut off.</summary>
    public static byte[] Mutate(byte[] seed, Random random)
    {
        if (seed[0] == '{')
        {
            return ConfigMutator.Mutate(seed, random);
        }
        int header = LengthBytes + (int)BitConverter.ToInt64(seed);
        byte[] bytes = [.. seed];
        switch (random.Next(8))
        {
            case 0:
                BitConverter.GetBytes(Lengths[random.Next(Lengths.Length)]).CopyTo(bytes, 0);
                return bytes;
            case 1:
                bytes[random.Next(header)] ^= (byte)(1 << random.Next(8));
                return bytes;
            case 2:
                return bytes[..random.Next(bytes.Length)];
            default:
                byte[] json = ConfigMutator.Mutate(bytes[LengthBytes..header], random);
                return [.. BitConverter.GetBytes((long)json.Length), .. json, .. bytes[header..]];
        }
    }

    private static SafetensorsBuilder Model() => new SafetensorsBuilder()
        .Add("model.embed_tokens.weight", "BF16", 10, 16).Add("lm_head.weight", "BF16", 10, 16).Add("model.norm.weight", "F32", 16)
        .Add("model.layers.0.input_layernorm.weight", "BF16", 16).Add("model.layers.0.post_attention_layernorm.weight", "BF16", 16)
        .Add("model.layers.0.self_attn.q_norm.weight", "BF16", 8).Add("model.layers.0.self_attn.k_norm.weight", "BF16", 8)
        .Add("model.layers.0.self_attn.q_proj.weight", "BF16", 16, 16).Add("model.layers.0.self_attn.k_proj.weight", "BF16", 8, 16)
        .Add("model.layers.0.self_attn.v_proj.weight", "BF16", 8, 16).Add("model.layers.0.self_attn.o_proj.weight", "BF16", 16, 16)
        .Add("model.layers.0.mlp.gate_proj.weight", "BF16", 32, 16).Add("model.layers.0.mlp.up_proj.weight", "BF16", 32, 16)
        .Add("model.layers.0.mlp.down_proj.weight", "BF16", 16, 32);
}
