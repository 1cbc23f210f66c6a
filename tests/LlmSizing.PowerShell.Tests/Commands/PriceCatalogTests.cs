using System;
using System.Linq;
using Xunit;

namespace LlmSizing.Tests.Commands;

/// <summary>The operator's prices, found by server.</summary>
public sealed class PriceCatalogTests(Session session) : IClassFixture<Session>, IDisposable
{
    private const string Load = "-Concurrency 500 -EffectiveContext 65536 -Scenario minimum";

    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("-PriceCatalog")]
    [InlineData("-CatalogPath")]
    public void Each_server_has_the_price_of_its_entry_and_one_without_stays_unknown(string parameter)
    {
        string path = folder.Write("prices.yaml", "prices:\n  - { name: dgx-b200, currency: EUR, price_per_hour: 98.32 }\n  - { name: dgx-h200, currency: USD, price_per_hour: 40 }\n");
        Assert.Equal(
            ["dgx-b200 98.32 EUR/h", "dgx-h200 40.00 USD/h", "dgx-h100 unknown price_unknown"],
            session.Run($"Invoke-LlmSizing opt-oss-20b dgx-b200, dgx-h200, dgx-h100 {Load} {parameter} '{path}'"
                + " | ForEach-Object { \"$($_.Server) $(($_ | Get-SizingMetric price_per_hour).Display) $($_.Alerts.Code -eq 'price_unknown')\".Trim() }").Lines);
    }

    [Fact]
    public void A_price_by_hand_replaces_the_entry_and_another_currency_is_an_error()
    {
        string path = folder.Write("prices.yaml", "prices:\n  - { name: dgx-b200, currency: EUR, price_per_hour: 98.32, capex_per_node: 5 }\n");
        Assert.Equal(["80 "], session.Run($"Invoke-LlmSizing opt-oss-20b dgx-b200 {Load} -PriceCatalog '{path}' -PricePerHour 80 | ForEach-Object {{ \"$($_.Request.Operations.PricePerHour) $($_.Request.Operations.CapexPerNode)\" }}").Lines);
        RunResult refused = session.Run($"Invoke-LlmSizing opt-oss-20b dgx-b200 {Load} -PriceCatalog '{path}' -Currency USD");
        Assert.Empty(refused.Output);
        Assert.Contains("in EUR, and -Currency says USD", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_not_there_and_an_entry_that_is_no_price_are_errors_and_the_sizing_goes_on()
    {
        RunResult missing = session.Run($"Invoke-LlmSizing opt-oss-20b dgx-b200 {Load} -PriceCatalog '{folder.Path}/none.yaml' | ForEach-Object NodesFinal");
        Assert.Equal("1", Assert.Single(missing.Output)?.ToString());
        Assert.Contains("none.yaml", missing.Message, StringComparison.Ordinal);
        string path = folder.Write("bad.yaml", "prices:\n  - { name: dgx-b200, currency: EUR, price_per_hour: '9,5' }\n");
        RunResult bad = session.Run($"Invoke-LlmSizing opt-oss-20b dgx-b200 {Load} -PriceCatalog '{path}' | ForEach-Object NodesFinal");
        Assert.Equal("1", Assert.Single(bad.Output)?.ToString());
        Assert.Contains("bad.yaml:2", bad.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Numbers_of_operation_make_a_grid() => Assert.Equal(
        ["1.1 10", "1.1 20", "1.3 10", "1.3 20"],
        session.Run($"Invoke-LlmSizing opt-oss-20b dgx-b200 {Load} -Pue 1.1, 1.3 -PricePerHour 10, 20 | ForEach-Object {{ \"$($_.Request.Operations.Pue) $($_.Request.Operations.PricePerHour)\" }}").Lines);

    [Fact]
    public void Rows_bind_the_catalog_and_the_name_of_the_workload() => Assert.Equal(
        ["chat 100000"],
        session.Run($"[pscustomobject]@{{ model = 'opt-oss-20b'; server = 'dgx-b200'; concurrency = 5; effective_context = 8192; workload = 'chat'; price_catalog = '{Repository.PathOf("docs/examples/prices.yaml")}' }} | Invoke-LlmSizing -Scenario minimum | ForEach-Object {{ \"$($_.Workload) $($_.Request.Operations.CapexPerNode)\" }}").Lines);
}
