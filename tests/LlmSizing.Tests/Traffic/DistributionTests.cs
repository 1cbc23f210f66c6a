using System;
using System.Linq;
using Xunit;

namespace LlmSizing.Tests.Traffic;

public class DistributionTests
{
    [Theory]
    [InlineData("500", 500, 500)]
    [InlineData("normal(500,50)", 500, 500)]
    [InlineData("lognormal(1200,0.8)", 1200, 1652.5533)]
    [InlineData("uniform(4096,65536)", 34816, 34816)]
    [InlineData("triangular(400,500,700)", 526.794919, 533.333333)]
    [InlineData("exponential(500)", 346.573590, 500)]
    public void Every_family_has_its_median_and_its_mean(string text, double median, double mean)
    {
        var distribution = Distribution.Parse(text, "Concurrency");
        Assert.Equal(text, distribution.ToString());
        Assert.Equal(median, distribution.Quantile(0.5), 4);
        Assert.Equal(mean, distribution.Mean, 4);
    }

    [Theory]
    [InlineData("normal(500,50)")]
    [InlineData("lognormal(500,0.3)")]
    [InlineData("uniform(-5,5)")]
    [InlineData("triangular(1,1,4)")]
    [InlineData("triangular(3,3,3)")]
    [InlineData("exponential(0.25)")]
    public void Draws_agree_with_the_mean_and_quantiles_never_fall(string text)
    {
        var distribution = Distribution.Parse(text, "x");
        var random = new SeededRandom(11);
        double[] draws = [.. Enumerable.Range(0, 200_000).Select(_ => distribution.Sample(random))];
        double deviation = Math.Sqrt(draws.Sum(draw => Math.Pow(draw - distribution.Mean, 2)) / draws.Length);
        Assert.InRange(draws.Average(), distribution.Mean - (4 * deviation / 447) - 1e-9, distribution.Mean + (4 * deviation / 447) + 1e-9);
        double[] quantiles = [.. Enumerable.Range(1, 999).Select(rank => distribution.Quantile(rank / 1000.0))];
        Assert.Equal(quantiles.Order(), quantiles);
    }

    [Theory]
    [InlineData(" LogNormal( 500 , 0.30 ) ", "lognormal(500,0.3)")]
    [InlineData("0.50", "0.5")]
    [InlineData("triangular(-1,0,1)", "triangular(-1,0,1)")]
    public void Blanks_case_and_trailing_zeros_do_not_matter(string text, string expected) =>
        Assert.Equal(expected, Distribution.Parse(text, "x").ToString());

    [Theory]
    [InlineData("")]
    [InlineData("many")]
    [InlineData("1e3")]
    [InlineData("1,200")]
    [InlineData("NaN")]
    [InlineData("(1,2)")]
    [InlineData("gamma(1,2)")]
    [InlineData("normal(1,2")]
    [InlineData("normal(1,2))")]
    [InlineData("normal()")]
    [InlineData("normal(1)")]
    [InlineData("lognormal(500,0,3)")]
    [InlineData("normal(1;2)")]
    [InlineData("normal(1,0)")]
    [InlineData("normal(1,-2)")]
    [InlineData("lognormal(0,1)")]
    [InlineData("lognormal(1,10.5)")]
    [InlineData("uniform(2,1)")]
    [InlineData("triangular(1,3,2)")]
    [InlineData("exponential(0)")]
    [InlineData("uniform(0,1000000001)")]
    [InlineData("uniform(0,0.0000000001)")]
    [InlineData("uniform(0,99999999999999999999999999999999)")]
    public void What_is_not_a_distribution_is_refused_with_the_inputs_name(string text)
    {
        SizingException error = Assert.Throws<SizingException>(() => Distribution.Parse(text, "Concurrency"));
        Assert.Equal("Concurrency", error.Input);
        Assert.Contains("Concurrency", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_huge_text_is_refused_without_repeating_it()
    {
        SizingException error = Assert.Throws<SizingException>(() => Distribution.Parse(new string('(', 1_000_000), "x"));
        Assert.True(error.Message.Length < 300);
    }

    [Theory]
    [InlineData("pt-BR")]
    [InlineData("de-DE")]
    public void The_culture_does_not_matter(string culture) => Cultures.Run(culture, () =>
        Assert.Equal("lognormal(500,0.3)", Distribution.Parse("lognormal(500,0.3)", "x").ToString()));
}
