using Xunit;

namespace LlmSizing.Tests.Quantities;

public class NumberRangeTests
{
    [Fact]
    public void A_range_between_whole_numbers_refuses_the_whole_numbers_beside_it()
    {
        var range = new NumberRange("x", 0.5m, 2.5m, "GiB");
        Assert.Throws<SizingException>(() => range.Check(0L));
        Assert.Equal(1, range.Check(1L));
        Assert.Equal(2, range.Check(2L));
        Assert.Throws<SizingException>(() => range.Check(3L));
        Assert.Equal(2.5m, range.Check(2.5m));
    }

    [Fact]
    public void A_range_wider_than_a_long_takes_every_long()
    {
        var range = new NumberRange("x", decimal.MinValue, decimal.MaxValue, "");
        Assert.Equal(long.MinValue, range.Check(long.MinValue));
        Assert.Equal(long.MaxValue, range.Check(long.MaxValue));
    }

    [Fact]
    public void A_negative_range_keeps_its_ends()
    {
        var range = new NumberRange("x", -2.5m, -0.5m, "");
        Assert.Throws<SizingException>(() => range.Check(-3L));
        Assert.Equal(-2, range.Check(-2L));
        Assert.Equal(-1, range.Check(-1L));
        Assert.Throws<SizingException>(() => range.Check(0L));
    }
}
