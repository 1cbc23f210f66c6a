using System;
using Xunit;

namespace LlmSizing.Tests.Traffic;

public class ServiceAvailabilityTests
{
    [Theory]
    [InlineData(1, 0, 0.99, 0.99)]
    [InlineData(2, 0, 0.99, 0.9801)]
    [InlineData(2, 1, 0.99, 0.9999)]
    [InlineData(4, 1, 0.99, 0.99940797)]
    [InlineData(3, 3, 0.9, 1)]
    public void It_is_the_binomial_sum(long units, long spares, double availability, double expected) =>
        Assert.Equal(expected, ServiceAvailability.Of(units, spares, availability), 1e-12);

    [Fact]
    public void A_spare_never_harms_and_a_node_more_that_is_needed_never_helps()
    {
        for (long needed = 1; needed < 30; needed++)
        {
            for (long spares = 0; spares < 5; spares++)
            {
                double it = ServiceAvailability.Of(needed + spares, spares, 0.98);
                Assert.True(ServiceAvailability.Of(needed + spares + 1, spares + 1, 0.98) >= it);
                Assert.True(ServiceAvailability.Of(needed + spares + 1, spares, 0.98) <= it);
            }
        }
    }

    [Fact]
    public void A_million_nodes_underflow_to_nothing_that_is_not_a_number() =>
        Assert.InRange(ServiceAvailability.Of(1_000_000, 2, 0.99), 0, 1e-100);
}
