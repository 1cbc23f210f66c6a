using System;
using Xunit;

namespace LlmSizing.Tests.Quantities;

public class PortableMathTests
{
    [Fact]
    public void Logarithms_and_powers_agree_with_the_platforms_to_the_last_digits()
    {
        var random = new SeededRandom(3);
        for (int i = 0; i < 100_000; i++)
        {
            double power = (random.NextDouble() * 1400) - 700;
            double value = Math.Exp(power);
            Assert.InRange(PortableMath.Exp(power) / value, 1 - 5e-16, 1 + 5e-16);
            double log = Math.Log(value);
            Assert.InRange(PortableMath.Log(value), log - (Math.Abs(log) * 5e-16), log + (Math.Abs(log) * 5e-16));
            double near = Math.Log(0.5 + random.NextDouble());
            Assert.InRange(PortableMath.Log(Math.Exp(near)), near - 3e-16, near + 3e-16);
        }
    }

    // Bits, not digits: these hold on every machine and runtime.
    [Theory]
    [InlineData(500, 6.214608098422191)]
    [InlineData(1, 0)]
    [InlineData(2.2250738585072014e-308, -708.3964185322641)]
    public void Logarithms_are_the_same_bits_everywhere(double value, double expected) => Assert.Equal(expected, PortableMath.Log(value));

    [Fact]
    public void Powers_end_in_zero_and_infinity()
    {
        Assert.Equal(1, PortableMath.Exp(0));
        Assert.Equal(0, PortableMath.Exp(-1e6));
        Assert.Equal(double.PositiveInfinity, PortableMath.Exp(1e6));
        Assert.True(double.IsNaN(PortableMath.Exp(double.NaN)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void A_logarithm_of_what_has_none_is_an_error(double value) => Assert.Throws<ArgumentOutOfRangeException>(() => PortableMath.Log(value));

    // From an implementation of the same algorithm in another language.
    [Theory]
    [InlineData(1e-15, -7.941345326170995)]
    [InlineData(1e-6, -4.753424308822899)]
    [InlineData(0.01, -2.3263478740408408)]
    [InlineData(0.1, -1.2815515655446008)]
    [InlineData(0.3, -0.5244005127080407)]
    [InlineData(0.5, 0)]
    [InlineData(0.9, 1.2815515655446008)]
    [InlineData(0.999999, 4.753424308817089)]
    public void Normal_quantiles_agree_with_the_published_algorithm(double probability, double expected)
    {
        double quantile = PortableMath.NormalQuantile(probability);
        Assert.InRange(quantile, expected - 2e-15, expected + 2e-15);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(double.NaN)]
    public void A_quantile_outside_is_an_error(double probability) => Assert.Throws<ArgumentOutOfRangeException>(() => PortableMath.NormalQuantile(probability));
}
