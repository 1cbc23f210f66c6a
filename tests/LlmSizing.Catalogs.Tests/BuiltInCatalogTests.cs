using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace LlmSizing.Catalogs.Tests;

public class BuiltInCatalogTests
{
    public static TheoryData<string, long, long> KvBytes => KnownKvBytes.Bf16;

    private static IEnumerable<CatalogEntry> Entries => [.. Models, .. BuiltInCatalog.All.Servers, .. BuiltInCatalog.All.StorageProfiles];

    private static IReadOnlyList<Model> Models => BuiltInCatalog.All.Models;

    [Fact]
    public void The_built_in_files_have_no_problem() => Assert.Empty(BuiltInCatalog.All.Problems.Select(problem => problem.ToString()));

    [Fact]
    public void There_is_enough_to_choose_from()
    {
        Assert.Equal(249, Models.Count);
        Assert.InRange(BuiltInCatalog.All.Servers.Count, 92, int.MaxValue);
        Assert.InRange(BuiltInCatalog.All.StorageProfiles.Count, 37, int.MaxValue);
    }

    [Theory]
    [MemberData(nameof(KvBytes))]
    public void A_model_keeps_the_bytes_that_its_configuration_says(string name, long growing, long windows)
    {
        Model model = BuiltInCatalog.Model(name);
        long full = model.Layers.Max(group => group is ChunkedAttention chunked ? chunked.ChunkSize : group.SlidingWindow) ?? 1;
        long kept = Bytes(model, full);
        Assert.Equal(growing, Bytes(model, full + 1) - kept);
        Assert.Equal(windows, kept - (growing * full));
    }

    [Fact]
    public void Every_model_is_in_the_table_of_known_bytes() =>
        Assert.Equal(Names(Models), KnownKvBytes.Bf16.Select(row => (string)row[0]).OrderBy(name => name, StringComparer.Ordinal));

    [Fact]
    public void Every_entry_says_where_its_facts_come_from_and_where_it_was_read()
    {
        Assert.All(Entries, entry =>
        {
            Assert.NotEmpty(entry.References);
            Assert.All(entry.References, reference => Assert.False(string.IsNullOrWhiteSpace(reference)));
            Assert.Matches(@"^built-in: (models|servers|storage)/[a-z0-9-]+\.yaml:\d+$", entry.Source);
        });
    }

    [Fact]
    public void A_name_or_alias_means_one_entry_whatever_its_case()
    {
        foreach (IEnumerable<CatalogEntry> kind in new IEnumerable<CatalogEntry>[] { Models, BuiltInCatalog.All.Servers, BuiltInCatalog.All.StorageProfiles })
        {
            string[] names = [.. kind.SelectMany(entry => entry.Aliases.Append(entry.Name))];
            Assert.Equal(names.Length, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        }
    }

    [Fact]
    public void Unknown_is_absent_and_never_an_empty_text()
    {
        Assert.All(Entries, entry =>
        {
            Assert.NotEqual("", entry.Notes?.Trim());
            Assert.NotEqual("", entry.Estimate?.Trim());
        });
        Assert.All(Models, model => Assert.NotEqual("", model.Family?.Trim()));
        Assert.All(BuiltInCatalog.All.Servers, server => Assert.NotEqual("", server.Gpu?.Trim()));
        Assert.All(BuiltInCatalog.All.StorageProfiles, profile => Assert.NotEqual("", profile.Type.Trim()));
    }

    [Fact]
    public void Nothing_known_is_written_as_zero()
    {
        IEnumerable<decimal?> numbers =
        [
            .. Models.SelectMany(model => new[] { model.TotalParamsB, model.ActiveParamsB, model.WeightsGib }),
            .. BuiltInCatalog.All.Servers.SelectMany(server => new[] { server.UsableHbmPerGpuGib, server.HbmBandwidthTbS }),
            .. BuiltInCatalog.All.StorageProfiles.SelectMany(profile => new[]
            {
                profile.IopsRead, profile.IopsWrite, profile.ThroughputReadGbS, profile.ThroughputWriteGbS, profile.LatencyP99ReadMs, profile.LatencyP99WriteMs,
            }),
        ];
        Assert.DoesNotContain(0m, numbers);
    }

    [Fact]
    public void The_driver_reports_about_the_marketed_memory() => Assert.All(
        BuiltInCatalog.All.Servers.Where(server => server.UsableHbmPerGpuGib is not null),
        server => Assert.InRange(server.UsableHbmPerGpuGib!.Value / server.HbmPerGpuGb, 0.9m, 1.01m));

    [Fact]
    public void Weights_take_between_a_half_and_two_and_a_half_bytes_a_parameter() => Assert.All(
        Models.Where(model => model.WeightsGib is not null),
        model => Assert.InRange(model.WeightsGib!.Value * 1.073741824m / model.TotalParamsB!.Value, 0.5m, 2.5m));

    [Fact]
    public void A_full_group_comes_before_a_window() => Assert.All(
        Models,
        model => Assert.Equal(model.Layers.OrderBy(group => group.SlidingWindow is not null), model.Layers));

    [Fact]
    public void Weights_have_the_parameters_that_the_entry_states() => Assert.All(
        Models.Where(model => model.Architecture is not null),
        model => Assert.InRange(model.Architecture!.Parameters / 1_000_000_000m / model.TotalParamsB!.Value, 0.99m, 1.01m));

    [Fact]
    public void Nearly_every_model_has_weights() => Assert.InRange(Models.Count(model => model.Architecture is not null), 235, 249);

    [Theory]
    [InlineData("openai/gpt-oss-20b", "opt-oss-20b")]
    [InlineData("meta-llama/Llama-3.3-70B-Instruct", "llama-3.3-70b")]
    [InlineData("meta-llama/Llama-3.1-8B-Instruct", "llama-3.1-8b")]
    [InlineData("Qwen/Qwen2.5-7B-Instruct", "qwen2.5-7b")]
    [InlineData("google/gemma-7b", "gemma-7b")]
    [InlineData("ibm-granite/granite-3.3-8b-instruct", "granite-3.3-8b")]
    [InlineData("mistralai/Mixtral-8x7B-Instruct-v0.1", "mixtral-8x7b")]
    [InlineData("mistralai/Mistral-Small-3.1-24B-Instruct-2503", "mistral-small-3.2-24b")]
    [InlineData("moonshotai/Kimi-Dev-72B", "qwen2.5-72b")]
    [InlineData("Qwen/Qwen1.5-MoE-A2.7B", "qwen1.5-moe-a2.7b")]
    [InlineData("zai-org/GLM-4.7-Flash", "glm-4.7-flash")]
    public void A_model_is_found_by_its_name_on_the_hub(string repository, string name) => Assert.Equal(name, BuiltInCatalog.Model(repository).Name);

    [Theory]
    [InlineData("gemma-4-e4b", 14.89)]
    [InlineData("gemma-4-26b-a4b", 48.07)]
    [InlineData("ministral-3-3b", 4.35)]
    [InlineData("ministral-3-14b", 14.65)]
    [InlineData("nemotron-nano-9b-v2", 16.56)]
    [InlineData("phi-4", 27.31)]
    public void The_bytes_of_the_weights_are_those_of_the_published_file(string name, double gib) =>
        Assert.Equal(gib, BuiltInCatalog.Model(name).Architecture!.WeightBytes / 1073741824.0, 2);

    [Fact]
    public void Only_the_seeds_models_default_to_fp8() =>
        Assert.Equal(["opt-oss-120b", "opt-oss-20b"], Names(Models.Where(model => model.DefaultKvPrecision.Name == "fp8")));

    private static IEnumerable<string> Names(IEnumerable<CatalogEntry> entries) => entries.Select(entry => entry.Name).OrderBy(name => name, StringComparer.Ordinal);

    private static long Bytes(Model model, long context) => model.Layers.Sum(group => group.BytesPerSession(context, KvPrecision.Find("bf16")!));
}
