using Xunit;

namespace LlmSizing.Tests.Engines;

public class GpuMemoryTests
{
    [Theory]
    [InlineData(79.65, 79.19)]
    [InlineData(140.4, 139.8)]
    [InlineData(179.06, 178.36)]
    [InlineData(268.6, 267.69)]
    [InlineData(23.99, 23.64)]
    [InlineData(22.49, 22.05)]
    [InlineData(95.59, 94.97)]
    public void An_engine_sees_a_little_less_than_the_driver(double driver, double seen) =>
        Assert.InRange((GpuMemory.FromDriver((decimal)driver) / (double)ByteUnits.GiB) - seen, -0.1, 0.1);

    [Fact]
    public void Without_the_drivers_total_the_marketed_gigabytes_count() => Assert.Equal(180_000_000_000, GpuMemory.Of(Given.Server()));
}
