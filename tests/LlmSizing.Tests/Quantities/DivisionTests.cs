using Xunit;

namespace LlmSizing.Tests.Quantities;

/// <summary>Division rounds up, from nothing to the largest number.</summary>
public sealed class DivisionTests
{
    [Theory]
    [InlineData(0, 3, 0)]
    [InlineData(1, 3, 1)]
    [InlineData(3, 3, 1)]
    [InlineData(4, 3, 2)]
    [InlineData(7, 1, 7)]
    [InlineData(long.MaxValue, 2, 4_611_686_018_427_387_904)]
    [InlineData(long.MaxValue, long.MaxValue, 1)]
    public void A_quotient_is_rounded_up(long dividend, long divisor, long quotient) => Assert.Equal(quotient, Division.Ceiling(dividend, divisor));
}
