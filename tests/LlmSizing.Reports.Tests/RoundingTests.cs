using System;
using Xunit;

namespace LlmSizing.Reports.Tests;

/// <summary>Ties, which tell half to even from half up, as the report prints them.</summary>
public class RoundingTests
{
    [Theory]
    [InlineData(128, "0.12")]
    [InlineData(384, "0.38")]
    [InlineData(640, "0.62")]
    [InlineData(896, "0.88")]
    public void GiB_per_session(long layers, string shown)
    {
        // 2 x 1024 tokens x 8 heads x 64 dims x 1 byte is 2^20 bytes a layer: 128 layers are an eighth of a GiB.
        var model = new Model(new EntryInfo("eighths"), [new FullAttention(layers, 8, 64)], 131_072, Sample.Fp8);
        Assert.Contains($"▸ Kv Per Session Gib: {shown} GiB\n", Text(Sample.Request(model: model, requirements: new Requirements(1, 1024))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(3.5, "2.2", "4.5")]
    [InlineData(2.5, "2.8", "5.5")]
    [InlineData(1.5, "3.2", "6.5")]
    public void GiB_of_the_budget(decimal overhead, string shown, string available)
    {
        // Eight GPUs of 2^30 bytes; half of what the overhead leaves ends in 25 or 75 hundredths.
        var server = new Server(new EntryInfo("eight-gib"), 8, 1.073741824m);
        string report = Text(Sample.Request(server: server, requirements: new Requirements(1, 1, kvBudgetRatio: 0.5m, runtimeOverheadGib: overhead)));
        Assert.Contains($"▸ Kv Budget Gib: {shown} GiB\n", report, StringComparison.Ordinal);
        Assert.Contains($"• available_after_overhead_gib: {available}\n", report, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("0.125", "12%")]
    [InlineData("0.375", "38%")]
    [InlineData("0.005", "0%")]
    [InlineData("0.015", "2%")]
    [InlineData("0.025", "2%")]
    [InlineData("0.025000001", "3%")]
    public void Percent_of_headroom(string headroom, string shown)
    {
        var asked = new Requirements(500, 65_536, peakHeadroomRatio: decimal.Parse(headroom, System.Globalization.CultureInfo.InvariantCulture));
        string report = Sample.Write("Text", new SizingReport(
            Sample.Results(Sample.Request(requirements: asked), "pt-BR", Sample.Scenarios[1]), Words.Of("pt-BR"), []));
        Assert.Contains($"• Peak Headroom: {shown}\n", report, StringComparison.Ordinal);
        Assert.Contains($"Adicionando {shown} de headroom", report, StringComparison.Ordinal);
    }

    private static string Text(SizingRequest request) => Sample.Write("Text", "pt-BR", request);
}
