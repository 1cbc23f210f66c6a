using System;
using System.Linq;
using Xunit;

namespace LlmSizing.Catalogs.Tests.Library;

public sealed class PriceTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void No_price_ships_with_the_module() => Assert.Empty(new CatalogLibrary(Repository.Catalogs).Load([]).Prices);

    [Fact]
    public void The_example_of_the_documentation_is_read()
    {
        Catalog catalog = new CatalogLibrary(Repository.Catalogs).Load([System.IO.Path.Combine(Repository.Catalogs, "..", "docs", "examples", "prices.yaml")]);
        Assert.Empty(catalog.Problems);
        Assert.Equal(["dgx-b200", "dgx-h100"], catalog.Prices.Select(price => price.Name));
        Assert.Equal((100_000m, 50m, "EUR", "2026-01-01"), (catalog.Prices[0].CapexPerNode, catalog.Prices[0].DepreciationMonths, catalog.Prices[0].Currency, catalog.Prices[0].Date));
        Assert.All(catalog.Prices, price => Assert.NotNull(new PriceList(catalog.Prices).For(catalog.FindServer(price.Name)!)));
    }

    [Fact]
    public void A_later_file_overrides_the_price_of_a_server()
    {
        string first = folder.Write("a.yaml", "prices:\n  - { name: s, currency: EUR, price_per_hour: 1 }\n  - { name: t, currency: EUR, price_per_hour: 2 }\n");
        string second = folder.Write("b.yaml", "prices:\n  - { name: S, currency: USD, price_per_hour: 3 }\n");
        Assert.Equal([("S", "USD", 3m), ("t", "EUR", 2m)], new CatalogLibrary(Repository.Catalogs).Load([first, second]).Prices.Select(price => (price.Name, price.Currency, price.PricePerHour!.Value)));
    }

    [Theory]
    [InlineData("{ name: s, currency: EUR }", "missing_field")]
    [InlineData("{ name: s, price_per_hour: 1 }", "missing_field")]
    [InlineData("{ name: s, currency: EUR, price_per_hour: one }", "not_a_number")]
    [InlineData("{ name: s, currency: EUR, price_per_hour: -1 }", "out_of_range")]
    [InlineData("{ name: s, currency: EUR, price_per_hour: 100000001 }", "out_of_range")]
    [InlineData("{ name: s, currency: EUR, price_per_hour: .nan }", "not_a_number")]
    [InlineData("{ name: s, currency: a currency of seventeen, price_per_hour: 1 }", "bad_text")]
    [InlineData("{ name: s, currency: EUR, price_per_hour: 1, date: 2026-11-01 }", "wrong_type")]
    [InlineData("{ name: s, currency: EUR, price_per_hours: 1 }", "unknown_key")]
    public void What_is_wrong_is_said_and_the_other_prices_stay(string entry, string code)
    {
        string path = folder.Write("a.yaml", $"prices:\n  - {entry}\n  - {{ name: t, currency: EUR, capex_per_node: 2 }}\n");
        Catalog catalog = new CatalogLibrary(Repository.Catalogs).Load([path]);
        Assert.Equal(["t"], catalog.Prices.Select(price => price.Name));
        Assert.Contains(catalog.Problems, problem => problem.Code == code && problem.Line == 2);
    }
}
