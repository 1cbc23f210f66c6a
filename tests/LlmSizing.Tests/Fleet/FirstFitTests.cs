using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace LlmSizing.Tests.Fleet;

public class FirstFitTests
{
    [Theory]
    [InlineData(10, 3, 7, 3)]
    [InlineData(10, 10, 4, 4)]
    [InlineData(10, 1, 11_000_000_000, 1_100_000_000)]
    public void Equal_items_need_what_the_division_says(long capacity, long size, long count, long bins)
    {
        var packed = new FirstFit(capacity);
        packed.Add(size, count);
        Assert.Equal(bins, packed.Bins);
    }

    [Fact]
    public void Small_items_fill_the_room_that_large_ones_leave()
    {
        var packed = new FirstFit(10);
        packed.Add(6, 3);
        packed.Add(4, 3);
        Assert.Equal(3, packed.Bins);
        packed.Add(1, 1);
        Assert.Equal(4, packed.Bins);
    }

    [Fact]
    public void Groups_of_bins_are_filled_as_bins_one_by_one_would_be()
    {
        var random = new Random(7);
        for (int run = 0; run < 2_000; run++)
        {
            long capacity = random.Next(1, 60);
            (long Size, long Count)[] items = [.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => ((long)random.Next(1, (int)capacity + 1), (long)random.Next(0, 25))).OrderByDescending(item => item.Item1)];
            var packed = new FirstFit(capacity);
            foreach ((long size, long count) in items)
            {
                packed.Add(size, count);
            }
            Assert.Equal(OneByOne(capacity, items), packed.Bins);
            Assert.True(packed.Bins * capacity >= items.Sum(item => item.Size * item.Count));
        }
    }

    private static long OneByOne(long capacity, IEnumerable<(long Size, long Count)> items)
    {
        var left = new List<long>();
        foreach ((long size, long count) in items)
        {
            for (long i = 0; i < count; i++)
            {
                int bin = left.FindIndex(room => room >= size);
                if (bin < 0)
                {
                    left.Add(capacity - size);
                }
                else
                {
                    left[bin] -= size;
                }
            }
        }
        return left.Count;
    }
}
