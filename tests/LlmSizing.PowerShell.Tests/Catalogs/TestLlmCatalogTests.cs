using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace LlmSizing.Tests.Catalogs;

/// <summary>Test-LlmCatalog: every problem of every file in one run.</summary>
public sealed class TestLlmCatalogTests(Session session) : IClassFixture<Session>
{
    private const string Broken = """
        servers:
          - name: mine-1
            gpus: four
            hbm_per_gpu_gb: 0
            hmb_bandwidth_tb_s: 3
            source: ["a test"]
        """;

    [Fact]
    public void The_modules_own_catalogs_have_no_problem() => Assert.Empty(session.Run("Test-LlmCatalog $args[0]", Path.Combine(Repository.ModuleFolder, "catalogs")).Clean);

    [Fact]
    public void Every_problem_is_an_object_with_its_place_and_what_to_write()
    {
        using var folder = new TempFolder();
        string path = folder.Write("mine.yaml", Broken);
        PSObject[] problems = [.. session.Run("Test-LlmCatalog $args[0]", path).Clean.Select(problem => problem!)];
        Assert.Equal([3L, 4L, 5L], problems.Select(problem => (long)problem.Properties["Line"].Value).Order());
        Assert.All(problems, problem =>
        {
            Assert.Equal(path, problem.Properties["Path"].Value);
            Assert.Equal("mine-1", problem.Properties["Entry"].Value);
            Assert.NotEmpty((string)problem.Properties["Message"].Value);
            Assert.NotEmpty((string)problem.Properties["Suggestion"].Value);
            Assert.NotEmpty((string)problem.Properties["Code"].Value);
        });
        Assert.Contains(problems, problem => ((string)problem.Properties["Suggestion"].Value).Contains("hbm_bandwidth_tb_s", StringComparison.Ordinal));
    }

    [Fact]
    public void Files_come_by_name_by_pipe_and_by_PSPath()
    {
        using var folder = new TempFolder();
        string path = folder.Write("mine [1].yaml", Broken);
        var item = new PSObject(new FileInfo(path));
        item.Properties.Add(new PSNoteProperty("PSPath", @"Microsoft.PowerShell.Core\FileSystem::" + path));
        var record = new PSObject();
        record.Properties.Add(new PSNoteProperty("FullName", path));

        Assert.Equal(3, session.Run("Test-LlmCatalog $args[0]", path).Clean.Count);
        Assert.Equal(3, session.Run("Test-LlmCatalog -Path $args[0]", path).Clean.Count);
        Assert.Equal(3, session.Run("$args[0] | Test-LlmCatalog", path).Clean.Count);
        Assert.Equal(3, session.Run("$args[0] | Test-LlmCatalog", item).Clean.Count);
        Assert.Equal(3, session.Run("$args[0] | Test-LlmCatalog", record).Clean.Count);
        Assert.Equal(3, session.Run("Test-LlmCatalog -PSPath $args[0]", path).Clean.Count);
        Assert.Equal(6, session.Run("Test-LlmCatalog $args[0], $args[0]", path).Clean.Count);
        Assert.Equal(3, session.Run("Test-LlmCatalog $args[0]", folder.Path).Clean.Count);
    }

    [Fact]
    public void A_path_that_is_not_there_is_a_problem()
    {
        using var folder = new TempFolder();
        Assert.Equal(folder.File("gone.yaml"), session.Run("Test-LlmCatalog $args[0]", folder.File("gone.yaml")).Clean.Single()!.Properties["Path"].Value);
    }

    [Fact]
    public void A_right_file_gives_nothing()
    {
        using var folder = new TempFolder();
        Assert.Empty(session.Run("Test-LlmCatalog $args[0]", folder.Write("mine.yaml", OperatorFile.Server("mine-1"))).Clean);
    }
}
