using System;
using System.Linq;
using Xunit;

namespace LlmSizing.Tests.Simulations;

/// <summary>Where theory knows the answer, it lies in the confidence interval of ten seeds.</summary>
public class ClosedFormTests
{
    private const double ServiceMs = 10;

    // Student's t at 99.9 % for nine degrees of freedom: the seeds are fixed, so that a test that passes always passes.
    private const double T = 4.78;

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.5)]
    [InlineData(0.8)]
    public void Exponential_service_of_one_server_is_the_M_M_1_queue(double load) => Holds(ServiceMs / (1 - load), seed => Simulated.Queue(load, "exponential(10000)", seed));

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.5)]
    [InlineData(0.8)]
    public void Constant_service_of_one_server_is_the_M_D_1_queue(double load) => Holds(ServiceMs * (1 + (load / (2 * (1 - load)))), seed => Simulated.Queue(load, "10000", seed));

    // One rank serves c requests at once where a decode step lasts the same whatever the batch: geometric lengths are the exponential's like in whole steps.
    [Theory]
    [InlineData(2, 0.5)]
    [InlineData(4, 0.8)]
    public void Many_seats_with_steps_of_one_length_are_the_M_M_c_queue(int seats, double load)
    {
        double offered = seats * load;
        double blocked = ErlangC(seats, offered);
        Holds(ServiceMs * (1 + (blocked / (seats - offered))), seed =>
        {
            var clock = new StepClock((in StepLoad _) => 1e-5, 1_000_000);
            var lengths = new LengthSource(Simulated.Length("1"), Simulated.Length("exponential(1000)"), seed);
            var run = new Simulation(new SimulationSetup(
                new RankShape(clock, long.MaxValue / 8, 1, seats), 1, new OpenArrivals(offered / (ServiceMs / 1000), true, lengths, seed, 30_000, long.MaxValue)));
            run.Run(null);
            SimulationCheck.Of(run);
            return run.Tally;
        });
    }

    [Fact]
    public void The_mean_queue_is_that_of_Little()
    {
        SimulationTally tally = Simulated.Queue(0.8, "exponential(10000)", 1);
        Assert.Equal(0.8 * 0.8 / 0.2, tally.Waited / tally.LastFinish, 0.3);
    }

    [Theory]
    [InlineData(1, 1000, 250)]
    [InlineData(1, 20_000, 100)]
    [InlineData(1, 100, 2000)]
    public void A_lone_user_sees_the_analytic_steady_state(long users, long input, long output)
    {
        var expected = new SteadyState(new StepTimes(Simulated.Plan(), EngineTuning.Ideal), users, input, output);
        SimulationResult found = Simulated.Run(Simulated.Closed(users, NumberText.Plain(input), NumberText.Plain(output)), 200);
        Close(expected.TtftSeconds * 1000, found.Ttft.MeanMs);
        Close(expected.TpotSeconds * 1000, found.Tpot.MeanMs);
        Close(expected.RequestsPerSecond, found.RequestsPerSecond);
    }

    [Fact]
    public void Requests_that_rarely_meet_see_it_too()
    {
        var expected = new SteadyState(new StepTimes(Simulated.Plan(), EngineTuning.Ideal), 1, 1000, 250);
        SimulationResult found = Simulated.Run(Simulated.Open(0.005m, "1000", "250"), 2000);
        Close(expected.TtftSeconds * 1000, found.Ttft.MeanMs);
        Close(expected.TpotSeconds * 1000, found.Tpot.MeanMs);
    }

    private static void Close(double expected, double found) => Assert.InRange(found, expected * 0.97, expected * 1.03);

    private static void Holds(double expectedMs, Func<long, SimulationTally> run)
    {
        double[] means = Enumerable.Range(1, 10).Select(seed => run(seed).EndToEnd.MeanNanoseconds / 1e6).ToArray();
        double mean = means.Average();
        double half = T * Math.Sqrt(means.Sum(value => (value - mean) * (value - mean)) / 9 / 10);
        Assert.InRange(expectedMs, mean - half, mean + half);
        Assert.True(half < 0.05 * expectedMs, $"The interval {mean} ± {half} says little.");
    }

    private static double ErlangC(int servers, double offered)
    {
        double blocking = 1;
        for (int i = 1; i <= servers; i++)
        {
            blocking = offered * blocking / (i + (offered * blocking));
        }
        return blocking / (1 - (offered / servers * (1 - blocking)));
    }
}
