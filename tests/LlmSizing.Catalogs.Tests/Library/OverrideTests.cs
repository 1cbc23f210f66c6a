using System;
using System.Linq;
using System.Threading.Tasks;
using Xunit;

namespace LlmSizing.Catalogs.Tests.Library;

public sealed class OverrideTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_built_in_entry_says_so_and_where()
    {
        folder.Write("builtin/models/maker.yaml", "# comment\n" + Samples.Models);
        Catalog catalog = Load();
        Assert.Equal("built-in: models/maker.yaml:3", catalog.FindModel("m")!.Source);
        Assert.Equal("built-in: models/maker.yaml:11", catalog.FindModel("survivor")!.Source);
        Assert.Empty(catalog.Problems);
    }

    [Fact]
    public void An_operators_entry_takes_the_place_of_the_one_of_its_name_and_says_from_where()
    {
        folder.Write("builtin/models/maker.yaml", Samples.Models);
        string own = folder.Write("own/mine.yaml", Samples.Spoil(Samples.Models, 2, "  - name: M").Replace("131072", "4096", StringComparison.Ordinal).Replace("survivor", "mine", StringComparison.Ordinal));
        Catalog catalog = Load(own);
        Assert.Equal(["M", "survivor", "mine"], catalog.Models.Select(model => model.Name));
        Assert.Equal(4096, catalog.FindModel("m")!.MaxPositionEmbeddings);
        Assert.Equal(own + ":2", catalog.FindModel("m")!.Source);
        Assert.Empty(catalog.Problems);
        Assert.Equal(131_072, Load().FindModel("m")!.MaxPositionEmbeddings);
    }

    [Fact]
    public void A_later_path_overrides_an_earlier_one()
    {
        string first = folder.Write("first.yaml", Samples.Servers);
        string second = folder.Write("second.yaml", Samples.Servers.Replace("gpus: 8", "gpus: 4", StringComparison.Ordinal));
        Assert.Equal(4, Load(first, second).FindServer("s")!.Gpus);
        Assert.Equal(8, Load(second, first).FindServer("s")!.Gpus);
        Assert.Equal(8, Load(first, first).FindServer("s")!.Gpus);
    }

    [Fact]
    public void A_name_twice_in_one_path_keeps_the_first_in_the_order_of_the_files_and_names_both_places()
    {
        string b = folder.Write("own/b.yaml", Samples.Servers.Replace("survivor", "b", StringComparison.Ordinal).Replace("name: s", "name: S", StringComparison.Ordinal));
        string a = folder.Write("own/a.yaml", Samples.Servers.Replace("survivor", "a", StringComparison.Ordinal));
        Catalog catalog = Load(folder.PathOf("own"));
        Assert.Equal(["s", "a", "b"], catalog.Servers.Select(server => server.Name));
        CatalogProblem problem = Assert.Single(catalog.Problems);
        Assert.Equal((b, 2, 11, "S", "servers[0].name", "duplicate_name"), (problem.Path, problem.Line, problem.Column, problem.Entry, problem.Field, problem.Code));
        Assert.Contains(a + ":2", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_name_is_found_before_an_alias_and_whatever_its_case()
    {
        folder.Write("builtin/servers.yaml", Samples.Spoil(Samples.Servers, 6, "    source: [x]\n    aliases: [Old-Name, org/s]"));
        string own = folder.Write("own.yaml", Samples.Spoil(Samples.Servers, 2, "  - name: old-name").Replace("survivor", "other", StringComparison.Ordinal));
        Assert.Equal("s", Load().FindServer("OLD-NAME")!.Name);
        Assert.Equal("old-name", Load(own).FindServer("OLD-NAME")!.Name);
        Assert.Equal("s", Load(own).FindServer("ORG/S")!.Name);
        Assert.Null(Load(own).FindServer("none"));
        Assert.Null(Load(own).FindServer(null));
        Assert.Null(Load(own).FindServer(""));
    }

    [Fact]
    public void An_alias_that_another_entrys_name_would_hide_is_refused()
    {
        folder.Write("builtin/servers.yaml", Samples.Servers);
        string own = folder.Write("own.yaml", Samples.Spoil(Samples.Servers, 2, "  - name: mine\n    aliases: [s]").Replace("survivor", "other", StringComparison.Ordinal));
        Catalog catalog = Load(own);
        Assert.Null(catalog.FindServer("mine"));
        Assert.NotNull(catalog.FindServer("other"));
        CatalogProblem problem = Assert.Single(catalog.Problems);
        Assert.Equal((3, 15, "servers[0].aliases[0]", "duplicate_alias"), (problem.Line, problem.Column, problem.Field, problem.Code));
        Assert.Contains("built-in: servers.yaml:2", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_scenario_keeps_its_place_in_the_report()
    {
        folder.Write("builtin/scenarios.yaml", Samples.Scenarios);
        string own = folder.Write("own.yaml", Samples.Scenarios.Replace("name: survivor", "name: mine", StringComparison.Ordinal).Replace("n+1", "n+3", StringComparison.Ordinal));
        Catalog catalog = Load(own);
        Assert.Equal(["c", "survivor", "mine"], catalog.Scenarios.Select(scenario => scenario.Name));
        Assert.Equal("n+3", catalog.FindScenario("C")!.HaMode.ToString());
        Assert.Equal(0.8m, catalog.FindScenario("c")!.KvBudget.Maximum);
    }

    [Fact]
    public void One_file_may_hold_every_kind()
    {
        string own = folder.Write("all.yaml", Samples.Models + Samples.Servers + Samples.Scenarios + "storage:\n  - name: d\n    type: nvme_local\n    throughput_read_gb_s: 28\n    source: [x]\n");
        Catalog catalog = Load(own);
        Assert.Equal((2, 2, 2, 1), (catalog.Models.Count, catalog.Servers.Count, catalog.Scenarios.Count, catalog.StorageProfiles.Count));
        Assert.Equal(28m, catalog.FindStorage("d")!.ThroughputReadGbS);
        Assert.Null(catalog.FindStorage("d")!.IopsRead);
        Assert.Equal((own, 7), (catalog.Files[^1].Path, catalog.Files[^1].Entries));
    }

    [Fact]
    public void Nothing_is_read_before_it_is_asked_for_and_the_built_in_files_once()
    {
        var library = new CatalogLibrary(folder.PathOf("builtin"));
        folder.Write("builtin/servers.yaml", Samples.Servers);
        Assert.NotNull(library.Load([]).FindServer("s"));
        folder.Write("builtin/servers.yaml", "broken");
        Assert.Same(library.Load([]), library.Load([]));
        Assert.NotNull(library.Load([]).FindServer("s"));
    }

    [Fact]
    public async Task Eight_threads_read_the_same_catalog()
    {
        folder.Write("builtin/models.yaml", Samples.Models);
        string own = folder.Write("own.yaml", Samples.Servers);
        var library = new CatalogLibrary(folder.PathOf("builtin"));
        Catalog[] catalogs = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => library.Load([own]))));
        Assert.All(catalogs, catalog => Assert.Same(catalogs[0].FindModel("m"), catalog.FindModel("m")));
        Assert.All(catalogs, catalog => Assert.NotNull(catalog.FindServer("s")));
    }

    private Catalog Load(params string[] paths)
    {
        // A library whose folder is empty says so; these tests are not about that.
        folder.Write("builtin/empty.yaml", "models: []\n");
        return new CatalogLibrary(folder.PathOf("builtin")).Load(paths);
    }
}
