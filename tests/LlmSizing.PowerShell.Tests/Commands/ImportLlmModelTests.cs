using System;
using System.IO;
using System.Linq;
using LlmSizing.Catalogs.Tests.Gguf;
using Xunit;

namespace LlmSizing.Tests.Commands;

public sealed class ImportLlmModelTests(Session session) : IClassFixture<Session>, IDisposable
{
    private const string Config =
        """{"architectures": ["Qwen3ForCausalLM"], "hidden_size": 1024, "intermediate_size": 3072, "num_hidden_layers": 28, "num_attention_heads": 16, "num_key_value_heads": 8, "head_dim": 128, "vocab_size": 151936, "max_position_embeddings": 40960, "torch_dtype": "bfloat16"}""";

    // 2 x 28 layers x 8 heads x 128 elements x 2 bytes x 8192 tokens.
    private const string KvBytes = "939524096";

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_config_by_its_path_is_a_model_under_the_name_of_its_folder_or_the_given_one()
    {
        string path = folder.Write("small/config.json", Config);
        Assert.Equal(["LlmSizing.Model small 28"], session.Run("Import-LlmModel $args[0] | ForEach-Object { \"$($_.GetType().FullName) $($_.Name) $($_.NumLayers)\" }", path).Lines);
        Assert.Equal(["mine"], session.Run("(Import-LlmModel -LiteralPath $args[0] -Name mine).Name", path).Lines);
    }

    [Fact]
    public void A_file_from_the_pipe_is_imported_and_brackets_are_brackets()
    {
        string path = folder.Write("a[1]/config.json", Config);
        Assert.Equal(["a-1-"], session.Run("[System.IO.FileInfo]$args[0] | Import-LlmModel | ForEach-Object { $_.Name }", path).Lines);
    }

    [Fact]
    public void Of_two_files_the_bad_one_is_one_error_and_the_good_one_arrives()
    {
        string bad = folder.Write("bad/config.json", Config.Replace("\"hidden_size\": 1024", "\"hidden_size\": -1"));
        string good = folder.Write("good/config.json", Config);
        RunResult run = session.Run("[System.IO.FileInfo[]]$args | Import-LlmModel | ForEach-Object { $_.Name }", bad, good);
        Assert.Equal("CannotImport,LlmSizing.Commands.ImportLlmModelCommand", run.Error.FullyQualifiedErrorId);
        Assert.Contains("hidden_size", run.Message, StringComparison.Ordinal);
        Assert.Equal(["good"], run.Output.Select(name => name!.ToString()));
    }

    [Fact]
    public void The_model_is_sized_as_one_of_the_catalog_is()
    {
        string path = folder.Write("small/config.json", Config);
        Assert.Equal([KvBytes], session.Run("Import-LlmModel $args[0] | Get-KvPerSession -EffectiveContext 8192 -KvPrecision bf16 | ForEach-Object { [string]$_.Bytes }", path).Lines);
        Assert.Equal(
            ["small minimum " + KvBytes, "small recommended " + KvBytes, "small ideal " + KvBytes],
            session.Run("Import-LlmModel $args[0] | Invoke-LlmSizing -Server dgx-b200 -Concurrency 100 -EffectiveContext 8192 -KvPrecision bf16 | ForEach-Object { \"$($_.Model) $($_.Scenario) $($_.KvPerSessionBytes)\" }", path).Lines);
    }

    [Fact]
    public void Exported_and_taken_from_the_catalog_it_has_the_same_bytes()
    {
        string path = folder.Write("small/config.json", Config);
        string catalog = folder.File("mine.yaml");
        Assert.Empty(session.Run("Import-LlmModel $args[0] | Export-LlmModel $args[1]", path, catalog).Clean);
        Assert.Equal([KvBytes], session.Run("Get-LlmModel small -CatalogPath $args[0] | Get-KvPerSession -EffectiveContext 8192 -KvPrecision bf16 | ForEach-Object { [string]$_.Bytes }", catalog).Lines);
        const string Weights = " | ForEach-Object { \"$($_.Component) $($_.Bytes)\" }";
        Assert.Equal(
            session.Run("Import-LlmModel $args[0] | Get-LlmWeights" + Weights, path).Lines,
            session.Run("Get-LlmModel small -CatalogPath $args[0] | Get-LlmWeights" + Weights, catalog).Lines);
    }

    [Fact]
    public void A_gguf_file_is_imported()
    {
        string path = folder.File("tiny.gguf");
        File.WriteAllBytes(path, GgufSamples.Llama().ToArray());
        // 2 x 4 layers x 2 heads x 32 elements x 2 bytes x 1024 tokens.
        Assert.Equal(["1048576"], session.Run("Import-LlmModel $args[0] | Get-KvPerSession -EffectiveContext 1024 -KvPrecision bf16 | ForEach-Object { [string]$_.Bytes }", path).Lines);
    }

    [Fact]
    public void A_repository_that_is_not_in_the_cache_is_refused_offline()
    {
        RunResult run = session.Run("Import-LlmModel -Repository no-such-owner/no-such-model -Offline");
        Assert.StartsWith("CannotImport,", run.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("-Offline", run.Message, StringComparison.Ordinal);
        Assert.Empty(run.Output);
    }
}
