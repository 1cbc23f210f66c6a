using System;
using System.IO;
using System.Linq;
using Xunit;

namespace LlmSizing.Tests.Catalogs;

/// <summary>The operator's own catalogs by $env:LLMSIZING_CATALOG_PATH.</summary>
[Collection(ProcessSettings.Name)]
public sealed class CatalogVariableTests(Session session) : IClassFixture<Session>
{
    private const string Variable = "LLMSIZING_CATALOG_PATH";

    [Fact]
    public void Files_and_folders_of_the_variable_are_read_by_every_command()
    {
        using var folder = new TempFolder();
        string file = folder.Write("one.yaml", OperatorFile.Model("mine-m"));
        folder.Write("more/two.yaml", OperatorFile.Server("mine-s"));
        ProcessSettings.WithVariable(Variable, string.Join(Path.PathSeparator, file, folder.File("more"), ""), () =>
        {
            Assert.Equal(["mine-m mine-s"], session.Run("Invoke-LlmSizing mine-m mine-s -Concurrency 5 -EffectiveContext 8192 -Scenario minimum | ForEach-Object { \"$($_.Model) $($_.Server)\" }").Lines);
            Assert.Equal(["mine-m"], session.Run("(Get-KvPerSession mine-m 8192).Model").Lines);
            Assert.Equal(["mine-s"], session.Run("(Get-LlmServer mine-*).Name").Lines);
        });
        Assert.Empty(session.Run("Get-LlmServer mine-*").Clean);
    }

    [Fact]
    public void The_argument_overrides_the_variable_and_the_variable_the_module()
    {
        using var folder = new TempFolder();
        string ofVariable = folder.Write("1.yaml", OperatorFile.Server("dgx-b200", gpus: 2));
        string ofArgument = folder.Write("2.yaml", OperatorFile.Server("dgx-b200", gpus: 3));
        ProcessSettings.WithVariable(Variable, ofVariable, () =>
        {
            Assert.Equal(["2", ofVariable + ":2"], session.Run("Get-LlmServer dgx-b200 | ForEach-Object { $_.Gpus; $_.Source }").Lines);
            Assert.Equal(["3"], session.Run("(Get-LlmServer dgx-b200 -CatalogPath $args[0]).Gpus", ofArgument).Lines);
        });
    }

    [Fact]
    public void What_is_set_in_the_session_counts_at_once()
    {
        using var folder = new TempFolder();
        string path = folder.Write("1.yaml", OperatorFile.Server("mine-1"));
        ProcessSettings.WithVariable(Variable, null, () => Assert.Equal(
            ["mine-1", ""],
            session.Run($"$env:{Variable} = $args[0]; (Get-LlmServer mine-*).Name; $env:{Variable} = ''; [string](Get-LlmServer mine-*).Name", path).Lines));
    }

    [Fact]
    public void A_path_of_the_variable_that_is_not_there_is_an_error_of_each_command()
    {
        using var folder = new TempFolder();
        ProcessSettings.WithVariable(Variable, folder.File("gone.yaml"), () =>
        {
            RunResult run = session.Run("Get-LlmServer dgx-b200");
            Assert.Single(run.Output);
            Assert.Contains("gone.yaml", run.Message, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void Test_LlmCatalog_without_a_path_checks_the_module_and_the_variable()
    {
        using var folder = new TempFolder();
        string path = folder.Write("1.yaml", OperatorFile.Server("mine-1", gpus: 0));
        ProcessSettings.WithVariable(Variable, null, () => Assert.Empty(session.Run("Test-LlmCatalog").Clean));
        ProcessSettings.WithVariable(Variable, path, () => Assert.Equal(path, session.Run("Test-LlmCatalog").Clean.Single()!.Properties["Path"].Value));
    }

    [Fact]
    public void Completion_reads_the_variable_too()
    {
        using var folder = new TempFolder();
        string path = folder.Write("1.yaml", OperatorFile.Server("mine-1"));
        ProcessSettings.WithVariable(Variable, path, () =>
            Assert.Equal(["mine-1"], Completion.Completed.Texts(session, "Get-LlmServer mine")));
    }
}
