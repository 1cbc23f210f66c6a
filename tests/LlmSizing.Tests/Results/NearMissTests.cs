using System.Diagnostics;
using Xunit;

namespace LlmSizing.Tests.Results;

public class NearMissTests
{
    private static readonly string[] Servers = ["dgx-b200", "dgx-b300", "dgx-h100", "dgx-h200", "hgx-h200-8gpu"];

    [Theory]
    [InlineData("dgx-b20", "dgx-b200")]
    [InlineData("DGX_B200", "dgx-b200")]
    [InlineData("dxg-b300", "dgx-b300")]
    [InlineData(" dgx-h100 ", "dgx-h100")]
    [InlineData("h200-8gpu", "hgx-h200-8gpu")]
    public void A_slip_finds_the_name(string written, string meant) => Assert.Equal(meant, NearMiss.FindOne(written, Servers));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("x")]
    [InlineData("mainframe")]
    public void What_is_near_nothing_finds_nothing(string? written) => Assert.Empty(NearMiss.Find(written, Servers));

    [Fact]
    public void Equals_stay_in_the_order_given_and_there_are_three_at_most()
    {
        Assert.Equal(["dgx-b200", "dgx-b300", "dgx-h100"], NearMiss.Find("dgx-x000", Servers));
        Assert.Equal(NearMiss.Find("dgx-x000", Servers), NearMiss.Find("dgx-x000", Servers));
    }

    [Fact]
    public void What_is_spelled_alike_comes_before_what_contains_the_name() =>
        Assert.Equal(["dgx-h200", "hgx-h200-8gpu"], NearMiss.Find("gx-h200", ["hgx-h200-8gpu", "dgx-h200"]));

    [Fact]
    public void A_name_of_a_megabyte_costs_nothing()
    {
        var watch = Stopwatch.StartNew();
        Assert.Empty(NearMiss.Find(new string('x', 1_000_000), Servers));
        Assert.Empty(NearMiss.Find("dgx-b200", [new string('x', 1_000_000)]));
        Assert.True(watch.ElapsedMilliseconds < 1000);
    }
}
