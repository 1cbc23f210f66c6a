namespace LlmSizing.Catalogs.Tests.Gguf;

/// <summary>Small models as llama.cpp's converter writes them.</summary>
internal static class GgufSamples
{
    public const uint Float = 0;
    public const uint Half = 1;
    public const uint Q8 = 8;
    public const uint Q4K = 12;
    public const uint Q6K = 14;
    public const uint Mxfp4 = 39;

    /// <summary>Four layers of 8 heads, 2 of them key/value heads, of 32 elements.</summary>
    public static GgufBytes Llama() => AddLayers(Metadata("llama"), 4);

    /// <summary>The metadata that every decoder has.</summary>
    public static GgufBytes Metadata(string architecture, uint layers = 4) => new GgufBytes()
        .Text("general.architecture", architecture)
        .Number("general.file_type", 15)
        .Number(architecture + ".block_count", layers)
        .Number(architecture + ".context_length", 8192)
        .Number(architecture + ".embedding_length", 256)
        .Number(architecture + ".feed_forward_length", 512)
        .Number(architecture + ".attention.head_count", 8)
        .Number(architecture + ".attention.head_count_kv", 2)
        .Texts("tokenizer.ggml.tokens", 64, "token");

    /// <summary>A model without matrices in its layers, for what depends on the metadata alone.</summary>
    public static GgufBytes Bare(string architecture, uint layers = 4) => Metadata(architecture, layers).Tensor("token_embd.weight", Half, 256, 64);

    /// <summary>The same, with numbers of the architecture in place of the usual ones.</summary>
    public static GgufBytes Bare(string architecture, uint layers, params (string Key, int[] Values)[] numbers)
    {
        GgufBytes file = Bare(architecture, layers);
        foreach ((string key, int[] values) in numbers)
        {
            string name = architecture + "." + key;
            file.Without(name);
            _ = values.Length == 1 ? file.Number(name, (uint)values[0]) : file.Numbers(name, values);
        }
        return file;
    }

    private static GgufBytes AddLayers(GgufBytes file, int layers)
    {
        file.Tensor("token_embd.weight", Q4K, 256, 64).Tensor("output.weight", Q6K, 256, 64).Tensor("output_norm.weight", Float, 256);
        for (int i = 0; i < layers; i++)
        {
            string block = $"blk.{i}.";
            uint more = i is 0 or 3 ? Q6K : Q4K;
            file.Tensor(block + "attn_norm.weight", Float, 256)
                .Tensor(block + "attn_q.weight", Q4K, 256, 256)
                .Tensor(block + "attn_k.weight", Q4K, 256, 64)
                .Tensor(block + "attn_v.weight", more, 256, 64)
                .Tensor(block + "attn_output.weight", Q4K, 256, 256)
                .Tensor(block + "ffn_norm.weight", Float, 256)
                .Tensor(block + "ffn_gate.weight", Q4K, 256, 512)
                .Tensor(block + "ffn_up.weight", Q4K, 256, 512)
                .Tensor(block + "ffn_down.weight", more, 512, 256);
        }
        return file;
    }
}
