using Xunit;

namespace LlmSizing.Tests.Inputs;

public class HaModeTests
{
    [Theory]
    [InlineData("none", 0)]
    [InlineData("n+1", 1)]
    [InlineData("n+2", 2)]
    [InlineData("n+10", 10)]
    [InlineData("n+99", 99)]
    public void A_mode_reads_back_as_it_was_written(string text, int extra)
    {
        HaMode mode = HaMode.Find(text)!;
        Assert.Equal(extra, mode.ExtraNodes);
        Assert.Equal(text, mode.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("None")]
    [InlineData("none ")]
    [InlineData("N+1")]
    [InlineData("n+")]
    [InlineData("n+0")]
    [InlineData("n+01")]
    [InlineData("n+1\0")]
    [InlineData("n+1 ")]
    [InlineData("n+ 1")]
    [InlineData("n +1")]
    [InlineData("n+-1")]
    [InlineData("n++1")]
    [InlineData("n+1.0")]
    [InlineData("n+1e1")]
    [InlineData("n+0x1")]
    [InlineData("n+100")]
    [InlineData("n+4294967297")]
    [InlineData("n+99999999999999999999")]
    [InlineData("n+\u0661")]
    [InlineData("n+\uFF11")]
    [InlineData("n-1")]
    [InlineData("2n")]
    public void Anything_else_is_no_mode(string? text) => Assert.Null(HaMode.Find(text));
}
