using Xunit;

namespace LlmSizing.Tests.Operations;

public class PriceListTests
{
    private static readonly Server Server = new(new EntryInfo("dgx-b200", ["p6-b200.48xlarge"]), 8, 180);
    private static readonly ServerPrice Rent = Price("dgx-b200", "EUR", pricePerHour: 98.32m);

    [Fact]
    public void A_server_is_found_by_its_name_whatever_the_case_and_by_its_aliases()
    {
        Assert.Same(Rent, new PriceList([Rent]).For(Server));
        ServerPrice shouted = Price("DGX-B200", "EUR", 1);
        Assert.Same(shouted, new PriceList([shouted]).For(Server));
        ServerPrice cloud = Price("p6-b200.48xlarge", "USD", 113);
        Assert.Same(cloud, new PriceList([cloud]).For(Server));
        Assert.Same(Rent, new PriceList([cloud, Rent]).For(Server));
        Assert.Null(new PriceList([Price("dgx-h100", "EUR", 1)]).For(Server));
        Assert.Null(new PriceList([]).For(Server));
    }

    [Fact]
    public void The_price_of_the_list_joins_what_was_asked_and_says_whose_it_is()
    {
        var list = new PriceList([new ServerPrice(new EntryInfo("dgx-b200"), "EUR", 98.32m, 400_000, 48, "a dealer", "2026-11-01")]);
        LlmSizing.Operations asked = list.Apply(new LlmSizing.Operations(pue: 1.3m, outputTokensPerSecond: 10), Server);
        Assert.Equal((1.3m, 98.32m, 400_000m, 48m, "EUR", 10m), (asked.Pue, asked.PricePerHour, asked.CapexPerNode, asked.DepreciationMonths, asked.Currency, asked.OutputTokensPerSecond));
        Assert.Equal("dgx-b200, a dealer, 2026-11-01", asked.PriceOrigin);
        Assert.True(asked.AsksForMoney);
        Assert.Equal(24, list.Apply(new LlmSizing.Operations(depreciationMonths: 24), Server).DepreciationMonths);
    }

    [Fact]
    public void A_price_given_by_hand_replaces_the_whole_entry()
    {
        LlmSizing.Operations asked = new PriceList([Price("dgx-b200", "EUR", 98.32m, 400_000)]).Apply(new LlmSizing.Operations(pricePerHour: 80), Server);
        Assert.Equal((80m, null, null, null), (asked.PricePerHour, asked.CapexPerNode, asked.Currency, asked.PriceOrigin));
    }

    [Fact]
    public void A_server_without_a_price_has_none_and_money_is_asked_for()
    {
        LlmSizing.Operations asked = new PriceList([Price("dgx-h100", "EUR", 1)]).Apply(null, Server);
        Assert.Null(asked.PricePerHour);
        Assert.Null(asked.Currency);
        Assert.True(asked.AsksForMoney);
        ScenarioResult result = Given.Solve(new SizingRequest(Given.Model(), Server, null, Given.Requirements(), operations: asked), Given.Minimum);
        Assert.Contains(result.Alerts, alert => alert.Code == "price_unknown");
    }

    [Fact]
    public void Two_currencies_make_no_sum()
    {
        SizingException refused = Assert.Throws<SizingException>(() => new PriceList([Rent]).Apply(new LlmSizing.Operations(currency: "USD", energyPricePerKwh: 0.1m), Server));
        Assert.Contains("dgx-b200", refused.Message);
        Assert.Contains("EUR", refused.Message);
        Assert.Contains("USD", refused.Message);
    }

    [Theory]
    [InlineData("EUR", null)]
    [InlineData("", 1.0)]
    [InlineData("a label of seventeen", 1.0)]
    [InlineData("EUR", -1.0)]
    public void An_entry_that_is_no_price_is_refused(string currency, double? perHour) =>
        Assert.Throws<SizingException>(() => new ServerPrice(new EntryInfo("s"), currency, (decimal?)perHour));

    private static ServerPrice Price(string name, string currency, decimal? pricePerHour = null, decimal? capexPerNode = null) =>
        new(new EntryInfo(name), currency, pricePerHour, capexPerNode);
}
