using System;

namespace LlmSizing;

/// <summary>
/// Requests in one station whose service rate depends on how many it serves: a birth-death chain in equilibrium, as an arriving request finds it.
/// </summary>
/// <remarks>
/// Open: Poisson arrivals at a constant rate; beyond the places all are busy, so that the tail is geometric. With n × μ as the rate of n requests it is M/M/c, whose probability
/// to wait is Erlang C. Closed: a number of sessions that think, ask and wait (the machine-repairman model); an arriving one sees the chain of one session less (the arrival theorem).
/// The probabilities come from b(0) = 1, b(k) = λ b(k-1) / (μ(k) + λ b(k-1)), the share of state k among the states up to k (Erlang's recursion for rates that vary), and are multiplied
/// back from the last state: every factor lies between 0 and 1, so that nothing overflows with a million places. Service times need not be exponential as long as no request waits
/// for a place, as all are served at once (Kelly 1979).
/// </remarks>
public sealed class BirthDeath
{
    private readonly double[] below;
    private readonly double[] states;

    private BirthDeath(Func<long, double> arrival, Func<long, double> service, long last, long places, double tail)
    {
        Places = places;
        states = new double[last + 1];
        states[0] = 1;
        for (long n = 1; n <= last; n++)
        {
            double into = arrival(n - 1) * states[n - 1];
            states[n] = into / (service(n) + into);
        }
        below = new double[last + 1];
        double beyond = states[last] * tail / (1 - tail);
        double upTo = 1 / (1 + beyond);
        BeyondProbability = beyond * upTo;
        for (long n = last; n >= 0; n--)
        {
            below[n] = upTo;
            double share = n == 0 ? 1 : states[n];
            states[n] = share * upTo;
            upTo *= 1 - share;
        }
        Tail = tail;
    }

    /// <summary>Requests that are served at the same time.</summary>
    public long Places { get; }

    /// <summary>Ratio of a state's probability to that of the one before it, beyond the last state that is kept; 0 for a closed chain.</summary>
    public double Tail { get; }

    /// <summary>Probability of the states beyond the last one that is kept.</summary>
    public double BeyondProbability { get; }

    /// <summary>States that are kept, 0 to this number.</summary>
    public long Last => states.Length - 1;

    /// <summary>Probability that an arriving request finds every place busy. With a constant rate per place, Erlang C.</summary>
    public double WaitProbability => Last < Places ? 0 : 1 - (Places == 0 ? 0 : below[Places - 1]);

    /// <summary>Mean number of requests that an arriving one finds.</summary>
    public double Mean
    {
        get
        {
            // Beyond the last state: probability × (last + 1 + the mean of a geometric distribution).
            double sum = BeyondProbability * (Last + (1 / (1 - Tail)));
            for (long n = 1; n <= Last; n++)
            {
                sum += n * states[n];
            }
            return sum;
        }
    }

    /// <summary>Mean number of requests that an arriving one finds in service.</summary>
    public double MeanServed
    {
        get
        {
            double sum = BeyondProbability * Places;
            for (long n = 1; n <= Last; n++)
            {
                sum += Math.Min(n, Places) * states[n];
            }
            return sum;
        }
    }

    /// <summary>Poisson arrivals.</summary>
    /// <param name="requestsPerSecond">Arrivals per second.</param>
    /// <param name="places">Requests that are served at the same time, at least 1; others wait in their order.</param>
    /// <param name="rate">Requests per second that n requests in service finish, n from 1 to the places.</param>
    /// <exception cref="SizingException">More arrive than can be served: the queue has no end.</exception>
    public static BirthDeath Open(double requestsPerSecond, long places, Func<long, double> rate)
    {
        double tail = requestsPerSecond / rate(places);
        return tail < 1
            ? new BirthDeath(_ => requestsPerSecond, rate, places, places, tail)
            : throw new SizingException("RequestsPerSecond", "More requests arrive than can be served: the queue has no end.");
    }

    /// <summary>Sessions that think, then ask, then wait for their answer: as one of them finds the others.</summary>
    /// <param name="sessions">Sessions, at least 1.</param>
    /// <param name="thinkSeconds">Seconds between an answer and the next request; 0 for none.</param>
    /// <param name="places">Requests that are served at the same time, at least 1.</param>
    /// <param name="rate">Requests per second that n requests in service finish, n from 1 to the places.</param>
    public static BirthDeath Closed(long sessions, double thinkSeconds, long places, Func<long, double> rate)
    {
        long others = sessions - 1;
        // Without a think time each of the others asks at once: the chain stays in its last state.
        return thinkSeconds > 0
            ? new BirthDeath(n => (others - n) / thinkSeconds, n => rate(Math.Min(n, places)), others, places, 0)
            : new BirthDeath(_ => 1, n => n == 0 ? 1 : 0, others, places, 0);
    }

    /// <summary>Probability that an arriving request finds n others.</summary>
    /// <param name="n">0 or more.</param>
    public double Probability(long n) => n <= Last ? states[n] : BeyondProbability * (1 - Tail) * Math.Pow(Tail, n - Last - 1);

    /// <summary>The smallest number of others that a share of the arriving requests does not exceed.</summary>
    /// <param name="share">Above 0 and below 1.</param>
    public long Percentile(double share)
    {
        long n = 0;
        while (n < Last && below[n] < share)
        {
            n++;
        }
        return n;
    }
}
