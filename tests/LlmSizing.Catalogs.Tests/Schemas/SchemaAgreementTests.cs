using System.Collections.Generic;
using System.Linq;
using System.Text.Json.Nodes;
using System.Threading.Tasks;
using NJsonSchema;
using Xunit;
using Xunit.Abstractions;

namespace LlmSizing.Catalogs.Tests.Schemas;

/// <summary>What one refuses, the other refuses: each way to break each field, one at a time.</summary>
public class SchemaAgreementTests(ITestOutputHelper output)
{
    private const string Entry = """ "name": "m", "estimate": "why", "notes": "a remark", "source": ["a page"] """;
    private const string Aliases = """ "aliases": ["a/b"], """;

    private static readonly Dictionary<string, string> Good = new()
    {
        ["models"] = $$"""
            { "models": [{ {{Entry}}, {{Aliases}} "family": "f", "num_layers": 2, "max_position_embeddings": 1000, "default_kv_precision": "fp8",
              "total_params_b": 2, "active_params_b": 1.5, "weights_gib": 0.1,
              "layers": [{ "layout": "full", "count": 1, "num_key_value_heads": 8, "head_dim": 64 },
                         { "layout": "sliding", "count": 1, "num_key_value_heads": 8, "head_dim": 64, "value_head_dim": 32, "sliding_window": 128, "at": "1" }],
              "draft_layers": [{ "layout": "mla", "count": 1, "kv_lora_rank": 512, "qk_rope_head_dim": 64, "index_head_dim": 128 }],
              "architecture": { "class": "C", "hidden_size": 8, "vocab_size": 10, "num_hidden_layers": 2, "num_attention_heads": 2, "intermediate_size": 16, "num_experts": 4,
                                "num_experts_per_tok": 2, "moe_intermediate_size": 4, "multimodal": false, "dtype": "bf16", "quantization": "fp8" },
              "weights": ["attention k_proj @0-1 4x8 kv:2 bf16"] }] }
            """,
        ["servers"] = $$"""
            { "servers": [{ {{Entry}}, {{Aliases}} "gpu": "g", "gpus": 8, "hbm_per_gpu_gb": 180, "usable_hbm_per_gpu_gib": 179.06, "hbm_bandwidth_tb_s": 7.7, "fp8_units": true, "int8_units": false }] }
            """,
        ["storage"] = $$"""
            { "storage": [{ {{Entry}}, {{Aliases}} "type": "nvme_local", "iops_read": 1, "iops_write": 1, "throughput_read_gb_s": 28, "throughput_write_gb_s": 25.5,
              "latency_p99_read_ms": 0.15, "latency_p99_write_ms": 0.2 }] }
            """,
        ["scenarios"] = $$"""
            { "scenarios": [{ {{Entry}}, {{Aliases}} "ha_mode": "n+1", "peak_headroom_ratio": { "default": 0.2, "min": 0, "max": 10 }, "kv_budget_ratio": { "default": 0.7, "min": 0, "max": 1 },
              "runtime_overhead_gib_per_gpu": 15 }] }
            """,
        ["calibrations"] = $$"""
            { "calibrations": [{ {{Entry}}, {{Aliases}} "engine": "vllm", "engine_version": "0.19", "constants": [{ "name": "non_torch_gib", "value": 0.25, "error_percent": 10, "cases": 12, "evidence": "logs" }] }] }
            """,
        ["tunings"] = $$"""
            { "tunings": [{ {{Entry}}, {{Aliases}} "engine": "vllm", "gpu_generation": "hopper", "release": "0.19.0", "constants": { "weight_bandwidth_ratio": 0.8, "step_us": 300 },
              "cases": [{ "model": "m", "gpu": "g", "rows": 12, "tpot_percent": 7, "ttft_percent": 15, "left_out_tpot_percent": 14, "left_out_ttft_percent": 25 }] }] }
            """,
        ["prices"] = """
            { "prices": [{ "name": "s", "provider": "a cloud", "currency": "EUR", "price_per_hour": 98.32, "capex_per_node": 400000, "depreciation_months": 36, "date": "2026-11-01",
              "notes": "a remark", "source": ["an offer"] }] }
            """,
        ["parameters"] = """
            { "parameters": [{ "name": "p", "description": "d", "origin": "o", "importance": "i", "common_error": "c", "in_report": false }] }
            """,
    };

    public static TheoryData<string> Kinds => [.. Good.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_good_document_is_good_to_both(string kind)
    {
        JsonSchema schema = await JsonSchema.FromJsonAsync(SchemaDocument.Files[kind]);
        Assert.Empty(schema.Validate(Good[kind]).Select(error => error.ToString()));
        Assert.Empty(Read(kind, Good[kind]).Problems.ToList().Select(problem => problem.ToString()));
        Assert.Equal(1, Entries(Read(kind, Good[kind])));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_breaks_a_field_is_refused_by_both(string kind)
    {
        JsonSchema schema = await JsonSchema.FromJsonAsync(SchemaDocument.Files[kind]);
        SchemaMutation[] mutations = [.. SchemaMutation.Of(Good[kind], JsonNode.Parse(SchemaDocument.Files[kind])!.AsObject())];
        output.WriteLine($"{kind}: {mutations.Length} ways to break a field");
        Assert.True(mutations.Length > 40);
        Assert.All(mutations, mutation =>
        {
            Assert.True(schema.Validate(mutation.Json).Count > 0, $"The schema takes {mutation.Name}: {mutation.Json}");
            FileContent content = Read(kind, mutation.Json);
            Assert.True(content.Problems.Count > 0, $"The reader takes {mutation.Name}: {mutation.Json}");
            // A key that is unknown beside the section leaves the section's entries as they are.
            Assert.Equal(mutation.Name.StartsWith("$ with a key", System.StringComparison.Ordinal) ? 1 : 0, Entries(content));
        });
    }

    [Theory]
    [InlineData("models", "layers", """[{ "layout": "sliding", "count": 2, "num_key_value_heads": 8, "head_dim": 64 }]""")]
    [InlineData("models", "layers", """[{ "layout": "full", "count": 2, "num_key_value_heads": 8, "head_dim": 64, "sliding_window": 128 }]""")]
    [InlineData("models", "layers", """[{ "layout": "mla", "count": 2, "num_key_value_heads": 8, "head_dim": 64 }]""")]
    [InlineData("models", "layers", """[{ "layout": "mla", "count": 2, "kv_lora_rank": 512 }]""")]
    [InlineData("models", "layers", """[{ "layout": "chunked", "count": 2, "num_key_value_heads": 8, "head_dim": 64 }]""")]
    [InlineData("models", "layers", """[{ "layout": "mamba2", "count": 2, "head_dim": 64 }]""")]
    [InlineData("models", "layers", """[{ "layout": "shared", "count": 2, "head_dim": 64 }]""")]
    [InlineData("models", "layers", """[{ "layout": "full", "count": 2, "num_key_value_heads": 8, "head_dim": 64, "at": "3-" }]""")]
    [InlineData("models", "weights", """["attention k_proj @0-1 4x8 kv bf16"]""")]
    [InlineData("models", "weights", """["attention k_proj @0-1 4x8 column bf17"]""")]
    [InlineData("models", "weights", """["attention k_proj 0-1 4x8 column bf16"]""")]
    [InlineData("models", "weights", """["other"]""")]
    [InlineData("models", "name", "\"a b\"")]
    [InlineData("models", "name", "\"-a\"")]
    [InlineData("models", "name", "\"a/b\"")]
    [InlineData("models", "aliases", """["/a"]""")]
    [InlineData("models", "family", "\"a\\nb\"")]
    [InlineData("scenarios", "ha_mode", "\"n+0\"")]
    [InlineData("scenarios", "ha_mode", "\"n+01\"")]
    [InlineData("scenarios", "ha_mode", "\"n+100\"")]
    [InlineData("scenarios", "ha_mode", "\"N+1\"")]
    public async Task Shapes_of_text_and_layers_are_held_by_both(string kind, string field, string value)
    {
        JsonNode root = JsonNode.Parse(Good[kind])!;
        root[kind]![0]![field] = JsonNode.Parse(value);
        JsonSchema schema = await JsonSchema.FromJsonAsync(SchemaDocument.Files[kind]);
        Assert.NotEmpty(schema.Validate(root.ToJsonString()));
        Assert.Equal(0, Entries(Read(kind, root.ToJsonString())));
    }

    [Theory]
    [InlineData("""{ "texts": { "a.b": "c" } }""", true)]
    [InlineData("""{ "texts": { "a b": "c" } }""", false)]
    [InlineData("""{ "texts": { "a.b": "" } }""", false)]
    [InlineData("""{ "texts": { "a.b": 1 } }""", false)]
    [InlineData("""{ "texts": { "a.b": null } }""", false)]
    [InlineData("""{ "texts": [] }""", false)]
    [InlineData("""{ "texts": {}, "models": [] }""", false)]
    [InlineData("""{ }""", false)]
    public async Task Texts_are_held_by_both(string json, bool good)
    {
        JsonSchema schema = await JsonSchema.FromJsonAsync(SchemaDocument.Files["texts"]);
        Assert.Equal(good, schema.Validate(json).Count == 0);
        Assert.Equal(good, Read("texts", json).Problems.Count == 0);
    }

    private static int Entries(FileContent content) => content.Entries + content.Parameters.Count;

    private static FileContent Read(string kind, string json)
    {
        using var folder = new TempFolder();
        string path = folder.Write(kind is "parameters" or "texts" ? kind + ".en-US.json" : "file.json", json);
        return FileReader.Read(path, path);
    }
}
