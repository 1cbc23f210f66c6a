using System;
using System.Globalization;
using Xunit;

namespace LlmSizing.Tests.Quantities;

public class BillionthsTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("0.000000001", 1)]
    [InlineData("0.2", 200_000_000)]
    [InlineData("0.2000000000000000000000000000", 200_000_000)]
    [InlineData("-0.5", -500_000_000)]
    [InlineData("9223372036", 9_223_372_036_000_000_000)]
    [InlineData("9223372035.999999999", 9_223_372_035_999_999_999)]
    [InlineData("-9223372036", -9_223_372_036_000_000_000)]
    public void A_decimal_of_nine_places_is_exact(string text, long billionths)
    {
        decimal value = decimal.Parse(text, CultureInfo.InvariantCulture);
        Assert.Equal(billionths, Billionths.From(value, "x"));
        Assert.Equal(value, Billionths.ToDecimal(billionths));
    }

    [Theory]
    [InlineData("9223372037", "at most 9223372036")]
    [InlineData("-9223372037", "at most 9223372036")]
    [InlineData("9223372036.000000001", "at most 9223372036")]
    [InlineData("79228162514264337593543950335", "at most 9223372036")]
    [InlineData("0.0000000001", "nine decimal places")]
    [InlineData("0.0000000000000000000000000001", "nine decimal places")]
    [InlineData("0.9999999999999999999999999999", "nine decimal places")]
    [InlineData("9223372035.999999999999999999", "nine decimal places")]
    public void Anything_else_is_refused_by_name(string text, string advice)
    {
        SizingException refused = Assert.Throws<SizingException>(() => Billionths.From(decimal.Parse(text, CultureInfo.InvariantCulture), "ratio"));
        Assert.Equal("ratio", refused.Input);
        Assert.Contains(advice, refused.Message, StringComparison.Ordinal);
    }
}
