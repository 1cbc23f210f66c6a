using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace LlmSizing.Catalogs.Tests.Library;

public sealed class PathTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("missing.yaml", "path_not_found")]
    [InlineData("missing", "path_not_found")]
    [InlineData("", "path_not_found")]
    [InlineData("a\0b", "path_not_found")]
    [InlineData("notes.txt", "not_a_catalog_file")]
    [InlineData("empty", "no_catalog_file")]
    [InlineData("words", "no_catalog_file")]
    [InlineData("texts.en-US.yaml", "no_catalog_file")]
    public void A_path_that_gives_nothing_is_a_problem(string name, string code)
    {
        folder.Write("notes.txt", "models: []");
        folder.Write("texts.en-US.yaml", "texts: {}");
        folder.Write("words/parameters.en-US.yaml", "parameters: []");
        Directory.CreateDirectory(folder.PathOf("empty"));
        string path = name.Length == 0 ? "" : folder.PathOf(name);
        CatalogProblem problem = Assert.Single(Load(path).Problems);
        Assert.Equal((path, 0, 0, code), (problem.Path, problem.Line, problem.Column, problem.Code));
    }

    [Fact]
    public void A_built_in_folder_that_is_not_there_is_a_problem_and_not_an_exception()
    {
        Catalog catalog = new CatalogLibrary(folder.PathOf("nowhere")).Load([]);
        Assert.Equal("path_not_found", Assert.Single(catalog.Problems).Code);
        Assert.Empty(catalog.Models);
        Assert.Empty(new CatalogLibrary(folder.PathOf("nowhere")).Cultures);
    }

    [Fact]
    public void A_folder_is_read_with_its_folders_in_the_order_of_the_names()
    {
        foreach (string name in new[] { "b.yml", "a/z.yaml", "a/B.json", "C.YAML", "a.yaml" })
        {
            folder.Write(name, "{\"models\": []}");
        }
        folder.Write(".git/hidden.yaml", "broken");
        folder.Write(".hidden.yaml", "broken");
        folder.Write("readme.md", "broken");
        folder.Write("schema/models.schema.json", "{}");
        folder.Write("texts.en-US.yaml", "broken");
        Catalog catalog = Load(folder.Path);
        Assert.Equal(["C.YAML", "a/B.json", "a/z.yaml", "a.yaml", "b.yml"], catalog.Files.Skip(1).Select(file => Path.GetRelativePath(folder.Path, file.Path).Replace('\\', '/')));
        Assert.Empty(catalog.Problems);
    }

    [Fact]
    public void Texts_and_parameters_of_a_folder_are_checked_but_not_loaded()
    {
        folder.Write("servers.yaml", Samples.Servers);
        string texts = folder.Write("texts.de-DE.yaml", "texts:\n  a.b: 1\n");
        string parameters = folder.Write("parameters.de-DE.yaml", "parameters:\n  - name: p\n");
        Assert.Empty(Load(folder.Path).Problems);
        IReadOnlyList<CatalogProblem> problems = CatalogChecker.Check([folder.Path]);
        Assert.Contains(problems, problem => (problem.Path, problem.Line, problem.Column, problem.Entry, problem.Field) == (texts, 2, 8, "a.b", "texts.a.b"));
        Assert.Equal(4, problems.Count(problem => problem.Path == parameters && problem.Code == "missing_field"));
    }

    [Fact]
    public void A_linked_folder_that_leads_back_ends()
    {
        folder.Write("own/servers.yaml", Samples.Servers);
        Directory.CreateSymbolicLink(folder.PathOf("own/loop"), folder.PathOf("own"));
        Catalog catalog = Load(folder.PathOf("own"));
        Assert.Equal(2, catalog.Servers.Count);
        Assert.Empty(catalog.Problems);
    }

    [Fact]
    public void Files_of_a_mounted_configuration_are_read_through_their_links()
    {
        folder.Write("mount/..2026_01_01/servers.yaml", Samples.Servers);
        Directory.CreateSymbolicLink(folder.PathOf("mount/..data"), folder.PathOf("mount/..2026_01_01"));
        File.CreateSymbolicLink(folder.PathOf("mount/servers.yaml"), folder.PathOf("mount/..data/servers.yaml"));
        Catalog catalog = Load(folder.PathOf("mount"));
        Assert.Equal(2, catalog.Servers.Count);
        Assert.Empty(catalog.Problems);
    }

    [Fact]
    public void A_link_to_nowhere_is_a_problem()
    {
        File.CreateSymbolicLink(folder.PathOf("gone.yaml"), folder.PathOf("nowhere.yaml"));
        Assert.Equal("unreadable", Assert.Single(CatalogChecker.Check([folder.Path])).Code);
    }

    [Theory]
    [InlineData("pipe.yaml")]
    [InlineData("link.yaml")]
    public async Task A_pipe_is_refused_and_does_not_wait_for_a_writer(string name)
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }
        using (var make = Process.Start("mkfifo", folder.PathOf("pipe.yaml")))
        {
            await make.WaitForExitAsync();
        }
        File.CreateSymbolicLink(folder.PathOf("link.yaml"), folder.PathOf("pipe.yaml"));
        Task<IReadOnlyList<CatalogProblem>> check = Task.Run(() => CatalogChecker.Check([folder.PathOf(name)]));
        Assert.Same(check, await Task.WhenAny(check, Task.Delay(TimeSpan.FromSeconds(10))));
        Assert.Equal("empty_file", Assert.Single(await check).Code);
    }

    [Fact]
    public void A_folder_of_thousands_of_files_is_named_as_a_mistake()
    {
        for (int i = 0; i <= 10_000; i++)
        {
            File.Create(folder.PathOf($"{i}.txt")).Dispose();
        }
        Assert.Equal("too_many_files", Assert.Single(CatalogChecker.Check([folder.Path])).Code);
    }

    [Fact]
    public void A_file_with_a_byte_order_mark_or_windows_line_ends_is_read_the_same()
    {
        string marked = folder.Write("marked.yaml", "\uFEFF" + Samples.Servers.Replace("\n", "\r\n", StringComparison.Ordinal));
        Catalog catalog = Load(marked);
        Assert.Empty(catalog.Problems);
        Assert.Equal([marked + ":2", marked + ":7"], catalog.Servers.Select(server => server.Source));
    }

    [Fact]
    public void Null_is_refused_where_a_list_belongs()
    {
        Assert.Throws<ArgumentNullException>(() => CatalogChecker.Check(null!));
        Assert.Throws<ArgumentNullException>(() => new CatalogLibrary(folder.Path).Load(null!));
        Assert.Throws<ArgumentNullException>(() => new CatalogLibrary(null!));
    }

    private Catalog Load(string path)
    {
        folder.Write(".builtin/empty.yaml", "models: []\n");
        return new CatalogLibrary(folder.PathOf(".builtin")).Load([path]);
    }
}
