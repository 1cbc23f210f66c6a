using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace LlmSizing.Accuracy;

/// <summary>The bytes that sessions keep.</summary>
public static class CacheRules
{
    private static readonly string[] Bytes = ["bytes", "kv_bytes", "bytes_per_gpu", "bytes_at_16384"];
    private static readonly string[] Sizes = ["gib", "kv_gib", "kv_gib_f16", "per_4096_gib", "mib"];

    /// <summary>The rules.</summary>
    public static IReadOnlyList<ExampleRule> All { get; } =
    [
        new(["page_size_bytes"], Described, (inputs, _) => inputs.Whole("block_size", "block") * ExampleLayers.Bytes(inputs, 1)),
        new(["bytes_per_token", "bytes_per_token_per_gpu"], Described, PerToken),
        new(["tp1", "tp2", "tp4", "tp8", "tp16"], Described, (inputs, key) => ExampleLayers.Bytes(inputs, 1, long.Parse(key[2..], CultureInfo.InvariantCulture))),
        new(["head_dim"], inputs => inputs.Has("hidden", "heads"), (inputs, _) => inputs.Whole("hidden") / inputs.Whole("heads")),
        new(Bytes, Described, (inputs, key) => Tokens(inputs, key) is long tokens ? ExampleLayers.Bytes(inputs, tokens, inputs.Whole("tp") ?? 1) : null),
        new(Sizes, Described, (inputs, key) => Tokens(inputs, key) is long tokens ? (decimal)ExampleLayers.Bytes(inputs, tokens) / (key == "mib" ? 1 << 20 : 1 << 30) : null),
        new(["max_tokens"], inputs => Described(inputs) && inputs.Has("budget_bytes"), (inputs, _) => Longest(inputs, inputs.Whole("budget_bytes") ?? 0)),
        new(["estimated_max_len"], inputs => Described(inputs) && inputs.Has("available_gib"), (inputs, _) => Longest(inputs, (long)(inputs.Number("available_gib")! * (1 << 30)))),
        new(["bytes"], inputs => inputs.Keys.SequenceEqual(["index_head_dim"]), (inputs, _) => new LatentAttention(1, 1, 1, inputs.Whole("index_head_dim")).IndexBytes),
        new(["bytes_per_token_layer"], inputs => inputs.Has("kv_lora_rank", "scales"), (inputs, _) =>
            new LatentAttention(1, inputs.Whole("kv_lora_rank")!.Value, inputs.Whole("rope", "qk_rope_head_dim")!.Value).TokenBytes(KvPrecision.Find("fp8_ds_mla")!)),
        new(["window", "swa_layers", "global_layers"], inputs => inputs.Has("sliding_window", "num_hidden_layers", "sliding_window_pattern"), Pattern),
    ];

    private static bool Described(ExampleValues inputs) => ExampleLayers.Of(inputs).Count > 0;

    // Several degrees of tensor parallelism in one example: the number is that of each.
    private static decimal? PerToken(ExampleValues inputs, string key)
    {
        decimal[] each = [.. (inputs.Numbers("tp") is { Count: > 0 } degrees ? degrees : [1m]).Select(degree => (decimal)ExampleLayers.Bytes(inputs, 1, (long)degree)).Distinct()];
        return each.Length == 1 ? each[0] : null;
    }

    private static long? Tokens(ExampleValues inputs, string key) => key switch
    {
        "per_4096_gib" => 4_096,
        "bytes_at_16384" => 16_384,
        _ => inputs.Whole("tokens", "seq_len", "seq", "ctx"),
    };

    private static decimal? Longest(ExampleValues inputs, long budget)
    {
        long low = 0;
        long high = 1_000_000_000;
        while (low < high)
        {
            long middle = (low + high + 1) / 2;
            (low, high) = ExampleLayers.Bytes(inputs, middle) <= budget ? (middle, high) : (low, middle - 1);
        }
        return low;
    }

    private static decimal? Pattern(ExampleValues inputs, string key)
    {
        string config = $$"""
            { "architectures": ["Gemma3ForCausalLM"], "hidden_size": 64, "num_attention_heads": 1, "num_key_value_heads": 1, "head_dim": 64, "intermediate_size": 64, "vocab_size": 64,
              "max_position_embeddings": 1000000, "num_hidden_layers": {{inputs.Whole("num_hidden_layers")}}, "sliding_window": {{inputs.Whole("sliding_window")}},
              "sliding_window_pattern": {{inputs.Whole("sliding_window_pattern")}} }
            """;
        Model model = HfConfigImporter.Import("example", config);
        return key switch { "window" => model.SlidingWindow, "swa_layers" => model.SlidingLayers, _ => model.FullLayers };
    }
}
