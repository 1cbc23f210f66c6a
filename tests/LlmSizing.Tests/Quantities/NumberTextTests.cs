using System;
using System.Globalization;
using System.Numerics;
using Xunit;

namespace LlmSizing.Tests.Quantities;

public class NumberTextTests
{
    public static TheoryData<string> CultureNames => Cultures.Names;

    [Theory]
    [MemberData(nameof(CultureNames))]
    public void Every_culture_writes_the_same_numbers(string culture) => Cultures.Run(culture, () =>
    {
        Assert.Equal("1,137", NumberText.Grouped(1137));
        Assert.Equal("1,000,000,000,000,000", NumberText.Grouped(1_000_000_000_000_000));
        Assert.Equal("9,223,372,036,854,775,807", NumberText.Grouped(long.MaxValue));
        Assert.Equal("-9,223,372,036,854,775,808", NumberText.Grouped(long.MinValue));
        Assert.Equal("0", NumberText.Grouped(0));
        Assert.Equal("999", NumberText.Grouped(999));
        Assert.Equal("-1,000", NumberText.Grouped(-1000));
        Assert.Equal("1137", NumberText.Plain(1137));
        Assert.Equal("-5", NumberText.Plain(-5));
        Assert.Equal("0.75", NumberText.Gib(806_879_232, 2));
        Assert.Equal("1341.1", NumberText.Gib(1_440_000_000_000, 1));
        Assert.Equal("70%", NumberText.Percent(700_000_000));
        Assert.Equal("1000%", NumberText.Percent(10 * Billionths.One));
        Assert.Equal("600.0", NumberText.Of(NumberText.Rounded(Rational.Whole(600), 9)));
        Assert.Equal("0.7515", NumberText.Of(NumberText.Rounded(new Rational(806_879_232, ByteUnits.GiB), 4)));
        Assert.Equal("1137", NumberText.Of(1137L));
        Assert.Equal("0.15", NumberText.AsWritten(0.150m));
        Assert.Equal("-1.5", NumberText.AsWritten(-1.5m));
        Assert.Equal("0.2 (0.3 to 10)", Given.Headroom(0.2m, 0.3m).ToString());
        Assert.Equal("1 to 1000000000 sessions", Limits.Concurrency.ToString());
        Assert.StartsWith("KvBudgetRatio is 1.5, outside 0 to 1.", Assert.Throws<SizingException>(() => Limits.KvBudgetRatio.Check(1.5m)).Message, StringComparison.Ordinal);
    });

    // Numerator, denominator, places, half to even, half up: the cases that tell the two apart, and their neighbours that do not.
    [Theory]
    [InlineData(1, 2, 0, "0", "1")]
    [InlineData(3, 2, 0, "2", "2")]
    [InlineData(5, 2, 0, "2", "3")]
    [InlineData(-1, 2, 0, "0", "-1")]
    [InlineData(-5, 2, 0, "-2", "-3")]
    [InlineData(1, 8, 2, "0.12", "0.13")]
    [InlineData(3, 8, 2, "0.38", "0.38")]
    [InlineData(5, 8, 2, "0.62", "0.63")]
    [InlineData(1, 4, 1, "0.2", "0.3")]
    [InlineData(-1, 20, 1, "0.0", "-0.1")]
    [InlineData(8001, 8, 2, "1000.12", "1000.13")]
    [InlineData(1_000_000_000_000_001, 2, 0, "500000000000000", "500000000000001")]
    public void A_tie_goes_to_the_even_digit(long top, long bottom, int places, string even, string up)
    {
        var value = new Rational(top, bottom);
        Assert.Equal(even, NumberText.Fixed(value, places));
        Assert.Equal(up, HalfUp(value, places));
    }

    [Theory]
    [InlineData(125_000_000, "12%", "13%")]
    [InlineData(135_000_000, "14%", "14%")]
    [InlineData(705_000_000, "70%", "71%")]
    [InlineData(295_000_000, "30%", "30%")]
    [InlineData(5_000_000, "0%", "1%")]
    [InlineData(5_000_001, "1%", "1%")]
    [InlineData(999_999_999, "100%", "100%")]
    public void A_percentage_rounds_the_same_way(long billionths, string even, string up)
    {
        Assert.Equal(even, NumberText.Percent(billionths));
        Assert.Equal(up, HalfUp(Rational.FromBillionths(billionths) * Rational.Whole(100), 0) + "%");
    }

    [Fact]
    public void A_share_and_its_rest_always_add_up_to_a_hundred_percent()
    {
        for (long billionths = 0; billionths <= Billionths.One; billionths += 2_500_000)
        {
            int share = int.Parse(NumberText.Percent(billionths).TrimEnd('%'), CultureInfo.InvariantCulture);
            int rest = int.Parse(NumberText.Percent(Billionths.One - billionths).TrimEnd('%'), CultureInfo.InvariantCulture);
            Assert.Equal(100, share + rest);
        }
    }

    [Theory]
    [InlineData(600, 1, 9, "600.0")]
    [InlineData(0, 1, 9, "0.0")]
    [InlineData(-3, 1, 2, "-3.0")]
    [InlineData(7, 10, 9, "0.7")]
    [InlineData(13, 20, 9, "0.65")]
    [InlineData(1, 3, 9, "0.333333333")]
    [InlineData(1, 16, 3, "0.062")]
    [InlineData(1, 32, 4, "0.0312")]
    [InlineData(-1, 1000, 2, "0.0")]
    [InlineData(1_000_000_000, 1_073_741_824, 16, "0.9313225746154785")]
    [InlineData(1_000_000_000_000_000_001, 8, 2, "125000000000000000.12")]
    public void A_rounded_number_keeps_one_decimal_and_drops_the_other_zeros(long top, long bottom, int places, string text) =>
        Assert.Equal(text, NumberText.Of(NumberText.Rounded(new Rational(top, bottom), places)));

    [Fact]
    public void A_rounded_number_that_does_not_fit_is_refused_not_cut()
    {
        Assert.Equal(decimal.MaxValue / 10, NumberText.Rounded(new Rational(new BigInteger(decimal.MaxValue), 10), 1));
        Assert.Throws<OverflowException>(() => NumberText.Rounded(Rational.Whole(new BigInteger(decimal.MaxValue)), 1));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-0.0")]
    [InlineData("0.000")]
    public void Zero_has_no_sign_and_no_decimals_as_written(string text) =>
        Assert.Equal("0", NumberText.AsWritten(decimal.Parse(text, CultureInfo.InvariantCulture)));

    [Fact]
    public void A_small_negative_number_does_not_become_minus_zero()
    {
        Assert.Equal("0.0", NumberText.Fixed(new Rational(-1, 1000), 1));
        Assert.Equal("0", NumberText.Fixed(new Rational(-1, 1000), 0));
        Assert.Equal("-0.1", NumberText.Fixed(new Rational(-1, 10), 1));
        Assert.Equal("0.0", NumberText.Of(NumberText.Rounded(new Rational(-1, 1000), 1)));
    }

    [Theory]
    [InlineData("1000000000000000", "1000000000000000")]
    [InlineData("79228162514264337593543950335", "79228162514264337593543950335")]
    [InlineData("0.0000000000000000000000000001", "0.0000000000000000000000000001")]
    [InlineData("180.00", "180")]
    public void A_decimal_is_shown_as_it_was_written_without_its_last_zeros(string text, string shown) =>
        Assert.Equal(shown, NumberText.AsWritten(decimal.Parse(text, CultureInfo.InvariantCulture)));

    [Fact]
    public void A_number_beyond_a_quadrillion_keeps_every_digit()
    {
        Assert.Equal("1000000000000000.12", NumberText.Fixed(new Rational(8_000_000_000_000_001, 8), 2));
        Assert.Equal("8589934592.00", NumberText.Gib(long.MaxValue, 2));
        Assert.Equal("8589934592.0000000000", NumberText.Gib((BigInteger)long.MaxValue + 1, 10));
        Assert.Equal(1 + 400, NumberText.Fixed(Rational.Whole(BigInteger.Pow(10, 400)), 0).Length);
    }

    private static string HalfUp(Rational value, int places)
    {
        BigInteger twice = (BigInteger.Abs(value.Numerator) * BigInteger.Pow(10, places) * 2) + value.Denominator;
        string digits = (twice / (value.Denominator * 2)).ToString(CultureInfo.InvariantCulture).PadLeft(places + 1, '0');
        return (value.Numerator.Sign < 0 ? "-" : "") + (places == 0 ? digits : digits[..^places] + "." + digits[^places..]);
    }
}
