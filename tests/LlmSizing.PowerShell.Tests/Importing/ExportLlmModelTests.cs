using System;
using System.IO;
using System.Linq;
using Xunit;

namespace LlmSizing.Tests.Importing;

/// <summary>Export-LlmModel: a catalog that reads back equal.</summary>
public sealed class ExportLlmModelTests(Session session) : IClassFixture<Session>, IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void What_is_written_overrides_the_catalog_with_the_same_numbers()
    {
        string path = folder.File("mine.yaml");
        Assert.Empty(session.Run("Get-LlmModel qwen3*, opt-oss-20b | Export-LlmModel $args[0]", path).Clean);
        Assert.Empty(session.Run("Test-LlmCatalog $args[0]", path).Clean);
        const string Numbers = "Get-KvPerSession (Get-LlmModel qwen3*, opt-oss-20b @more) 8192 | ForEach-Object { \"$($_.Model) $($_.Value)\" }";
        Assert.Equal(
            session.Run("$more = @{}; " + Numbers).Lines.Order(StringComparer.Ordinal),
            session.Run("$more = @{ CatalogPath = $args[0] }; " + Numbers, path).Lines.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Without_a_path_the_text_is_one_string()
    {
        string text = session.Run("'opt-oss-20b', 'opt-oss-120b' | Export-LlmModel").Lines.Single();
        Assert.StartsWith("models:\n  - name: opt-oss-20b\n", text, StringComparison.Ordinal);
        Assert.Contains("\n  - name: opt-oss-120b\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("m.json")]
    [InlineData("m.txt")]
    [InlineData("m")]
    public void Another_extension_than_yaml_is_refused(string name)
    {
        Assert.StartsWith("NotACatalogPath,", session.Run("'opt-oss-20b' | Export-LlmModel $args[0]", folder.File(name)).Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void One_wrong_name_is_one_error_and_the_others_are_written()
    {
        string path = folder.File("m.yaml");
        RunResult result = session.Run("'opt-oss-20b', 'opt-oss-20x' | Export-LlmModel $args[0]", path);
        Assert.StartsWith("ModelNotFound,", result.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Contains("opt-oss-20b", File.ReadAllText(path), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_model_twice_is_an_error_and_no_file()
    {
        RunResult result = session.Run("'opt-oss-20b', 'opt-oss-20b' | Export-LlmModel $args[0]", folder.File("m.yaml"));
        Assert.StartsWith("ModelNotWritten,", result.Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void NoClobber_Force_PassThru_and_WhatIf_do_what_they_say()
    {
        string path = folder.Write("m.yaml", "old");
        Assert.StartsWith("FileExists,", session.Run("'opt-oss-20b' | Export-LlmModel $args[0] -NoClobber", path).Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        _ = session.Run("'opt-oss-20b' | Export-LlmModel $args[0] -WhatIf", path).Clean;
        Assert.Equal("old", File.ReadAllText(path));
        File.SetAttributes(path, FileAttributes.ReadOnly);
        Assert.StartsWith("FileIsReadOnly,", session.Run("'opt-oss-20b' | Export-LlmModel $args[0]", path).Error.FullyQualifiedErrorId, StringComparison.Ordinal);
        Assert.IsType<FileInfo>(session.Run("'opt-oss-20b' | Export-LlmModel -LiteralPath $args[0] -Force -PassThru", path).Clean.Single()!.BaseObject);
        Assert.StartsWith("models:", File.ReadAllText(path), StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_in_the_pipe_writes_no_file()
    {
        Assert.Empty(session.Run("@() | Export-LlmModel $args[0]", folder.File("m.yaml")).Clean);
        Assert.Empty(Directory.GetFiles(folder.Path));
    }
}
