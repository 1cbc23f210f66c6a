using System;
using System.Linq;
using Xunit;

namespace LlmSizing.Tests.Traffic;

public class SeededRandomTests
{
    // The first words that the authors' C code writes for the state 1, 2, 3, 4.
    [Fact]
    public void The_bits_are_those_of_xoshiro256_starstar()
    {
        var random = new SeededRandom(1, 2, 3, 4);
        Assert.Equal([11520UL, 0, 1509978240, 1215971899390074240], Enumerable.Range(0, 4).Select(_ => random.NextBits()));
    }

    [Fact]
    public void A_seed_fills_the_state_by_SplitMix64()
    {
        var seeded = new SeededRandom(1234567);
        // The first four words of SplitMix64 for this seed, as published with the algorithm.
        var given = new SeededRandom(6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431);
        Assert.Equal(given.NextBits(), seeded.NextBits());
    }

    [Fact]
    public void The_same_seed_gives_the_same_numbers_and_streams_differ()
    {
        double[] Draws(long seed, long stream)
        {
            var random = new SeededRandom(seed, stream);
            return [.. Enumerable.Range(0, 100).Select(_ => random.NextDouble())];
        }
        Assert.Equal(Draws(7, 3), Draws(7, 3));
        Assert.Empty(Draws(7, 3).Intersect(Draws(7, 4)));
        Assert.Empty(Draws(7, 3).Intersect(Draws(8, 3)));
        Assert.Empty(Draws(7, 0).Intersect(Draws(7, 1)));
    }

    [Fact]
    public void Numbers_lie_strictly_between_0_and_1_and_fill_it_evenly()
    {
        var random = new SeededRandom(1);
        int[] bins = new int[10];
        for (int i = 0; i < 100_000; i++)
        {
            double number = random.NextDouble();
            Assert.InRange(number, double.Epsilon, 1 - (1.0 / (1L << 53)));
            bins[(int)(number * 10)]++;
        }
        // Chi squared with nine degrees of freedom is below 27.9 in 99.9 % of the seeds; this seed is fixed.
        Assert.True(bins.Sum(count => Math.Pow(count - 10_000, 2) / 10_000) < 27.9);
    }

    [Fact]
    public void Whole_numbers_are_even_too()
    {
        var random = new SeededRandom(2);
        int[] counts = new int[7];
        for (int i = 0; i < 70_000; i++)
        {
            counts[random.NextBelow(7)]++;
        }
        Assert.All(counts, count => Assert.InRange(count, 9_600, 10_400));
        Assert.Equal(0, random.NextBelow(1));
        Assert.InRange(random.NextBelow(long.MaxValue), 0, long.MaxValue - 1);
        Assert.Throws<ArgumentOutOfRangeException>(() => random.NextBelow(0));
    }
}
