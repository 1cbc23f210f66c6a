using System;
using System.Linq;
using Xunit;

namespace LlmSizing.Tests.Traffic;

/// <summary>Requests whose service rate depends on how many there are, held against the closed forms that it contains.</summary>
public class BirthDeathTests
{
    [Theory]
    [InlineData(10, 8, 0.40918)]
    [InlineData(1, 0.5, 0.5)]
    [InlineData(2, 1, 1.0 / 3)]
    [InlineData(5, 4, 0.5541)]
    [InlineData(100, 90, 0.2169)]
    public void With_a_constant_rate_per_place_the_wait_is_Erlang_C(long places, double offered, double expected) =>
        Assert.Equal(expected, BirthDeath.Open(offered, places, n => n).WaitProbability, 0.0005);

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(64)]
    [InlineData(1_000)]
    public void Erlang_C_by_its_own_recursion_is_the_same(long places)
    {
        foreach (double load in new[] { 0.1, 0.5, 0.9, 0.999 })
        {
            double offered = places * load;
            double blocked = 1;
            for (long k = 1; k <= places; k++)
            {
                blocked = offered * blocked / (k + (offered * blocked));
            }
            double expected = blocked / (1 - (load * (1 - blocked)));
            Assert.Equal(expected, BirthDeath.Open(offered, places, n => n).WaitProbability, 1e-9);
        }
    }

    [Fact]
    public void A_million_places_overflow_nothing()
    {
        BirthDeath chain = BirthDeath.Open(999_000, 1_000_000, n => n);
        Assert.InRange(chain.WaitProbability, 0.2, 0.4);
        Assert.Equal(1, Enumerable.Range(0, (int)chain.Last + 1).Sum(n => chain.Probability(n)) + chain.BeyondProbability, 1e-9);
        Assert.InRange(chain.Mean, 999_000, 1_001_000);
    }

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.5)]
    [InlineData(0.99)]
    public void One_place_is_M_M_1(double load)
    {
        BirthDeath chain = BirthDeath.Open(load, 1, _ => 1);
        Assert.Equal(load / (1 - load), chain.Mean, 1e-9 / (1 - load));
        Assert.Equal(load, chain.MeanServed, 1e-12);
        for (long n = 0; n < 20; n++)
        {
            Assert.Equal((1 - load) * Math.Pow(load, n), chain.Probability(n), 1e-12);
        }
    }

    [Fact]
    public void What_is_served_is_the_offered_load_where_the_rate_per_place_is_constant()
    {
        foreach (double offered in new[] { 0.1, 3.0, 7.9 })
        {
            Assert.Equal(offered, BirthDeath.Open(offered, 8, n => n).MeanServed, 1e-9);
        }
    }

    [Theory]
    [InlineData(8)]
    [InlineData(8.5)]
    [InlineData(1e12)]
    public void More_than_can_be_served_is_refused(double offered) =>
        Assert.Equal("RequestsPerSecond", Assert.Throws<SizingException>(() => BirthDeath.Open(offered, 8, n => n)).Input);

    [Fact]
    public void A_batch_that_slows_each_request_waits_more_than_M_M_c_with_the_rate_of_one()
    {
        // n requests finish n / (1 + n / 16) per second: the twice as fast ninth request of M/M/c is not there.
        BirthDeath batch = BirthDeath.Open(4, 16, n => n / (1 + (n / 16.0)));
        Assert.True(batch.Mean > BirthDeath.Open(4, 16, n => n).Mean);
        Assert.True(batch.WaitProbability > BirthDeath.Open(4, 16, n => n).WaitProbability);
    }

    [Fact]
    public void Percentiles_are_those_of_the_sum_of_the_states()
    {
        BirthDeath chain = BirthDeath.Open(5, 8, n => n);
        double sum = 0;
        for (long n = 0; n < 8; n++)
        {
            sum += chain.Probability(n);
            Assert.Equal(n, chain.Percentile(sum - 1e-9));
        }
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(5, 2)]
    [InlineData(20, 0.5)]
    public void Sessions_that_think_are_the_machine_repairman(long sessions, double think)
    {
        // One server: p(n) of the others is (others)! / (others - n)! × (1 / think)^n, normalised.
        BirthDeath chain = BirthDeath.Closed(sessions, think, 1, _ => 1);
        double[] weights = new double[sessions];
        weights[0] = 1;
        for (long n = 1; n < sessions; n++)
        {
            weights[n] = weights[n - 1] * (sessions - n) / think;
        }
        for (long n = 0; n < sessions; n++)
        {
            Assert.Equal(weights[n] / weights.Sum(), chain.Probability(n), 1e-9);
        }
    }

    [Fact]
    public void Sessions_that_do_not_think_are_all_there()
    {
        BirthDeath chain = BirthDeath.Closed(9, 0, 4, n => n);
        Assert.Equal(1, chain.Probability(8));
        Assert.Equal(8, chain.Mean);
        Assert.Equal(8, chain.Percentile(0.01));
        Assert.Equal(1, chain.WaitProbability, 1e-12);
    }
}
