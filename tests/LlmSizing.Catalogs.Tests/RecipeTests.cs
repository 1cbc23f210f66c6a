using System;
using System.IO;
using System.Linq;
using System.Text.RegularExpressions;
using Xunit;

namespace LlmSizing.Catalogs.Tests;

/// <summary>The recipes in docs work as written: their block is loaded and gives the numbers that they promise.</summary>
public sealed class RecipeTests : IDisposable
{
    private readonly string file = Path.Combine(Path.GetTempPath(), $"llmsizing-{Guid.NewGuid():N}.yaml");

    public void Dispose() => File.Delete(file);

    [Fact]
    public void The_models_recipe_adds_its_model()
    {
        Catalog catalog = LoadBlockOf("adding-a-model.md");
        Model model = Assert.Single(catalog.Models, model => model.Name == "acme-chat-13b");
        Assert.Same(model, catalog.FindModel("ACME/acme-chat-13b-instruct"));
        Assert.Equal(5_872_025_600, new SessionKvCache(model, 131_072, KvPrecision.Find("bf16")).ComputeBytes());
        Assert.StartsWith(file, model.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void The_servers_recipe_adds_its_server()
    {
        Server server = Assert.Single(LoadBlockOf("adding-a-server.md").Servers, server => server.Name == "acme-8x-h200");
        Assert.Equal(1_128_000_000_000, server.HbmTotalBytes);
        Assert.True(server.Fp8Units);
        Assert.Null(server.Int8Units);
    }

    private Catalog LoadBlockOf(string document)
    {
        string block = Regex.Match(BuiltInCatalog.Document(document).ReplaceLineEndings("\n"), "```yaml\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;
        File.WriteAllText(file, block);
        Catalog catalog = new CatalogLibrary(BuiltInCatalog.Folder).Load([file]);
        Assert.Empty(catalog.Problems.Select(problem => problem.ToString()));
        return catalog;
    }
}
