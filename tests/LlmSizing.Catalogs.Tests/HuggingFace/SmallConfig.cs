using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;

namespace LlmSizing.Catalogs.Tests.HuggingFace;

/// <summary>A config of the tests' own, in the shape of a published model, with what its publisher counts.</summary>
public sealed class SmallConfig
{
    private SmallConfig(JsonNode node)
    {
        Name = (string)node["name"]!;
        Config = node["config"]!.ToJsonString();
        Parameters = (long?)node["parameters"];
        WithinPercent = (double?)node["within_percent"] ?? 0;
        CountsDraftLayers = (bool?)node["with_draft_layers"] ?? false;
        KvBytesPerToken = (long?)node["kv_bytes_per_token_bf16"];
    }

    public static IReadOnlyList<SmallConfig> All { get; } =
        [.. JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "HuggingFace", "small-configs.json")))!.AsArray().Select(node => new SmallConfig(node!))];

    public string Name { get; }

    public string Config { get; }

    public long? Parameters { get; }

    public double WithinPercent { get; }

    public bool CountsDraftLayers { get; }

    public long? KvBytesPerToken { get; }

    public static SmallConfig Of(string name) => All.First(config => config.Name == name);

    public Model Import(string? hfQuantConfig = null) => HfConfigImporter.Import(Name, Config, hfQuantConfig);
}
