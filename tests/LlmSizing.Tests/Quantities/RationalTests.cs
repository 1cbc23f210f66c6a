using System;
using System.Numerics;
using CsCheck;
using LlmSizing.Tests.Planning;
using Xunit;

namespace LlmSizing.Tests.Quantities;

public class RationalTests
{
    private static readonly Gen<BigInteger> Size = Gen.Select(
        Gen.ULong, Gen.ULong, Gen.Int[0, 64], (high, low, shift) => ((BigInteger)(high >> shift) << (64 - shift)) + (low >> shift));

    [Fact]
    public void A_double_is_the_nearest_there_is()
    {
        Gen.Select(Size, Size, Gen.Bool).Sample(
            (top, bottom, negative) =>
            {
                var exact = new Rational(negative ? -top : top, bottom + 1);
                double actual = exact.ToDouble();
                Fraction error = Distance(exact, actual);
                Assert.False(Distance(exact, Math.BitIncrement(actual)) < error);
                Assert.False(Distance(exact, Math.BitDecrement(actual)) < error);
            },
            iter: 20_000, threads: 1);
    }

    [Theory]
    [InlineData(0, 5, 0)]
    [InlineData(1, 3, 1 / 3.0)]
    [InlineData(-2, 3, -2 / 3.0)]
    [InlineData(9_007_199_254_740_993, 1, 9_007_199_254_740_992)]
    [InlineData(9_007_199_254_740_995, 1, 9_007_199_254_740_996)]
    [InlineData(long.MaxValue, 1, 9_223_372_036_854_775_808)]
    [InlineData(1, long.MaxValue, 1 / 9_223_372_036_854_775_808.0)]
    public void A_tie_between_doubles_goes_to_the_even_one(long top, long bottom, double expected) =>
        Assert.Equal(expected, new Rational(top, bottom).ToDouble());

    [Fact]
    public void Rounding_is_to_the_nearest_and_a_tie_to_the_even_one()
    {
        Gen.Select(Gen.Long[-100_000, 100_000], Gen.OneOf(1L, 2L, 8L, 1000L, 1L << 30, 7L), Gen.Int[0, 4]).Sample(
            (top, bottom, places) =>
            {
                BigInteger rounded = new Rational(top, bottom).RoundScaled(places);
                BigInteger twiceOff = BigInteger.Abs((rounded * bottom) - (top * BigInteger.Pow(10, places))) * 2;
                Assert.True(twiceOff < bottom || (twiceOff == bottom && rounded.IsEven));
            },
            iter: 50_000, threads: 1);
    }

    private static Fraction Distance(Rational exact, double value)
    {
        long bits = BitConverter.DoubleToInt64Bits(Math.Abs(value));
        int exponent = (int)(bits >> 52);
        BigInteger mantissa = (bits & ((1L << 52) - 1)) | (exponent == 0 ? 0 : 1L << 52);
        int power = Math.Max(exponent, 1) - 1075;
        mantissa *= Math.Sign(value);
        Fraction held = power >= 0 ? mantissa << power : new Fraction(mantissa, BigInteger.One << -power);
        Fraction off = new Fraction(exact.Numerator, exact.Denominator) - held;
        return off.Top.Sign < 0 ? new Fraction(-off.Top, off.Bottom) : off;
    }
}
