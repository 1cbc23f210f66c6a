using System;
using System.Globalization;
using Xunit;

namespace LlmSizing.Tests.Inputs;

public class RequirementsTests
{
    public static TheoryData<string, string, string> Outside => new()
    {
        { "Concurrency", "0", "1 to 1000000000 sessions" },
        { "Concurrency", "-1", "1 to 1000000000 sessions" },
        { "Concurrency", "1000000001", "1 to 1000000000 sessions" },
        { "Concurrency", "9223372036854775807", "1 to 1000000000 sessions" },
        { "Concurrency", "-9223372036854775808", "1 to 1000000000 sessions" },
        { "EffectiveContext", "0", "1 to 1000000000 tokens" },
        { "EffectiveContext", "-5", "1 to 1000000000 tokens" },
        { "EffectiveContext", "1000000001", "1 to 1000000000 tokens" },
        { "KvBudgetRatio", "-0.000000001", "0 to 1" },
        { "KvBudgetRatio", "1.000000001", "0 to 1" },
        { "KvBudgetRatio", "79228162514264337593543950335", "0 to 1" },
        { "PeakHeadroomRatio", "-1", "0 to 10" },
        { "PeakHeadroomRatio", "10.000000001", "0 to 10" },
        { "RuntimeOverheadGib", "-0.5", "0 to 1000000 GiB" },
        { "RuntimeOverheadGib", "1000000.000000001", "0 to 1000000 GiB" },
    };

    [Theory]
    [MemberData(nameof(Outside))]
    public void A_number_outside_its_range_is_refused_with_the_range_named(string input, string value, string range)
    {
        SizingException refused = Assert.Throws<SizingException>(() => Create(input, value));
        Assert.Equal(input, refused.Input);
        Assert.Equal($"{input} is {value}, outside {range}.", refused.Message);
    }

    [Theory]
    [InlineData("Concurrency", "1")]
    [InlineData("Concurrency", "1000000000")]
    [InlineData("EffectiveContext", "1")]
    [InlineData("EffectiveContext", "1000000000")]
    [InlineData("KvBudgetRatio", "0")]
    [InlineData("KvBudgetRatio", "1")]
    [InlineData("KvBudgetRatio", "0.000000001")]
    [InlineData("KvBudgetRatio", "0.7000000000000000")]
    [InlineData("PeakHeadroomRatio", "10")]
    [InlineData("RuntimeOverheadGib", "999999.999999999")]
    [InlineData("RuntimeOverheadGib", "1000000")]
    public void The_ends_of_a_range_are_inside(string input, string value) => Create(input, value);

    [Theory]
    [InlineData("KvBudgetRatio", "0.0000000001")]
    [InlineData("KvBudgetRatio", "0.9999999999999999999999999999")]
    [InlineData("PeakHeadroomRatio", "0.1234567891")]
    [InlineData("RuntimeOverheadGib", "0.3333333333")]
    public void More_than_nine_decimals_are_refused_not_rounded(string input, string value)
    {
        SizingException refused = Assert.Throws<SizingException>(() => Create(input, value));
        Assert.Equal(input, refused.Input);
        Assert.Contains("nine decimal places", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_not_asked_for_stays_absent()
    {
        var load = new Requirements(1, 1);
        Assert.Null(load.KvPrecision);
        Assert.Null(load.KvBudgetRatio);
        Assert.Null(load.RuntimeOverheadGib);
        Assert.Null(load.PeakHeadroomRatio);
    }

    private static Requirements Create(string input, string value)
    {
        decimal number = decimal.Parse(value, CultureInfo.InvariantCulture);
        return input switch
        {
            "Concurrency" => new Requirements((long)number, 1),
            "EffectiveContext" => new Requirements(1, (long)number),
            "KvBudgetRatio" => new Requirements(1, 1, kvBudgetRatio: number),
            "PeakHeadroomRatio" => new Requirements(1, 1, peakHeadroomRatio: number),
            _ => new Requirements(1, 1, runtimeOverheadGib: number),
        };
    }
}
