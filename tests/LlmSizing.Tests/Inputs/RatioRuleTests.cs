using Xunit;

namespace LlmSizing.Tests.Inputs;

public class RatioRuleTests
{
    [Fact]
    public void A_minimum_above_the_maximum_is_refused_with_both_named()
    {
        SizingException refused = Assert.Throws<SizingException>(() => Given.Headroom(0.5m, min: 0.600m, max: 0.5m));
        Assert.Equal("PeakHeadroomRatio", refused.Input);
        Assert.Equal("PeakHeadroomRatio: the minimum 0.6 is above the maximum 0.5.", refused.Message);
    }

    [Fact]
    public void A_minimum_equal_to_the_maximum_is_a_constant() =>
        Assert.Equal(0.4m, Given.Result(scenario: Given.Scenario("s", Given.Headroom(0, 0.4m, 0.4m), Given.Budget(0.7m), "none")).PeakHeadroomRatio);

    [Fact]
    public void Bounds_that_are_not_given_are_the_ranges()
    {
        RatioRule rule = Given.Headroom(0.2m);
        Assert.Equal(0, rule.Minimum);
        Assert.Equal(10, rule.Maximum);
        Assert.Equal("0.2 (0 to 10)", rule.ToString());
    }

    [Fact]
    public void Each_number_must_be_in_the_range()
    {
        Assert.Throws<SizingException>(() => Given.Budget(1.1m));
        Assert.Throws<SizingException>(() => Given.Budget(0.5m, min: -0.1m));
        Assert.Throws<SizingException>(() => Given.Budget(0.5m, max: 1.1m));
        Assert.Throws<SizingException>(() => Given.Budget(0.0000000001m));
    }
}
