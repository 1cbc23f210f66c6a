using System;
using System.Linq;
using Xunit;

namespace LlmSizing.Tests.Simulations;

public class LatencyHistogramTests
{
    [Fact]
    public void A_percentile_is_the_nearest_rank_of_all_values()
    {
        var values = new LatencyHistogram();
        foreach (long milliseconds in Enumerable.Range(1, 10))
        {
            values.Add(milliseconds * 1_000_000);
        }
        Assert.Equal([5, 9, 10, 10], new[] { 50, 90, 95, 99 }.Select(percent => values.Percentile(percent) / 1_000_000));
        Assert.Equal(5_500_000, values.MeanNanoseconds);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1_000)]
    [InlineData(32_767_000)]
    [InlineData(32_768_000)]
    [InlineData(1_234_567_000)]
    [InlineData(987_654_321_987_654_000)]
    public void A_value_is_kept_to_a_microsecond_or_to_a_part_in_sixteen_thousand(long nanoseconds)
    {
        var values = new LatencyHistogram();
        values.Add(nanoseconds);
        Assert.InRange(values.Percentile(50), nanoseconds - (nanoseconds / 32_000) - 1000, nanoseconds + (nanoseconds / 32_000) + 1000);
        Assert.Equal(nanoseconds < 32_768_000 ? nanoseconds : values.Percentile(99), values.Percentile(50));
    }

    [Fact]
    public void Nothing_is_no_value() => Assert.Equal((0, 0, 0d), (new LatencyHistogram().Count, new LatencyHistogram().Percentile(99), new LatencyHistogram().MeanNanoseconds));

    [Fact]
    public void Ranks_are_those_of_a_sorted_list()
    {
        var random = new SeededRandom(3);
        long[] all = [.. Enumerable.Range(0, 5000).Select(_ => random.NextBelow(30_000) * 1000)];
        var values = new LatencyHistogram();
        foreach (long value in all)
        {
            values.Add(value);
        }
        Array.Sort(all);
        Assert.All(new[] { 50, 90, 95, 99 }, percent => Assert.Equal(all[(int)Math.Ceiling(percent / 100.0 * all.Length) - 1], values.Percentile(percent)));
    }
}
