using System;
using Xunit;

namespace LlmSizing.Tests.Traffic;

public class TokenLengthsTests
{
    [Fact]
    public void A_number_does_not_vary()
    {
        TokenLengths lengths = TokenLengths.Parse("1200", "InputTokens");
        Assert.Equal(1200, lengths.Mean);
        Assert.Equal(0, lengths.SquaredVariation);
        Assert.Equal(1200, lengths.Percentile(0.99));
        Assert.Equal("1200", lengths.ToString());
    }

    [Fact]
    public void A_distribution_has_its_mean_its_percentiles_and_its_variation()
    {
        TokenLengths lengths = TokenLengths.Parse("exponential(1000)", "InputTokens");
        Assert.Equal(1000, lengths.Mean);
        Assert.InRange(lengths.SquaredVariation, 0.8, 1);
        Assert.Equal((long)Math.Round(-1000 * Math.Log(0.05)), lengths.Percentile(0.95));
    }

    [Fact]
    public void Draws_below_one_token_count_as_one() => Assert.Equal(1, TokenLengths.Parse("normal(10,50)", "InputTokens").Percentile(0.01));

    [Theory]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("12.5")]
    [InlineData("lognormal(1000,9)")]
    [InlineData("lognormal(1000;0.8)")]
    [InlineData("zipf(1000,2)")]
    [InlineData("")]
    public void Anything_else_is_refused_with_its_name(string text) =>
        Assert.Equal("InputTokens", Assert.Throws<SizingException>(() => TokenLengths.Parse(text, "InputTokens")).Input);
}
