using System;

namespace LlmSizing;

/// <summary>One attention rank under a load: how many requests it has, and how long they wait.</summary>
/// <remarks>
/// Open arrivals. A request that finds a place waits for the prompts in front of it: one server, whose work is a prompt, by Pollaczek and Khinchine, ρ / (1 - ρ) × S × (1 + Cs²) / 2
/// (Allen-Cunneen with c = 1), exponential where it waits. One that finds none waits until as many have ended as stand before it; the mean of Allen and Cunneen,
/// P(wait) / (μ - λ) × (1 + Cs²) / 2, with the rate of the full batch, exponential as in M/M/c. Closed sessions: the times of the closed loop that the step times predict, and a full
/// rank lets one in for each that ends.
/// </remarks>
internal sealed class LoadPoint
{
    private const double Negligible = 1e-15;
    private readonly ServiceCurve curve;
    private readonly BirthDeath chain;
    private readonly bool isOpen;
    private readonly double promptBusy;
    private readonly double promptWait;
    private readonly double placeWait;

    private LoadPoint(ServiceCurve curve, BirthDeath chain, bool isOpen, double requestsPerSecond, double responseSeconds)
    {
        this.curve = curve;
        this.chain = chain;
        this.isOpen = isOpen;
        RequestsPerSecond = requestsPerSecond;
        ResponseSeconds = responseSeconds;
        double full = curve.Rate(chain.Places);
        UtilizationRatio = requestsPerSecond / full;
        if (isOpen)
        {
            double prompt = curve.At(Math.Max(1, Math.Min(chain.Places, (long)Math.Round(chain.MeanServed)))).PromptSeconds;
            promptBusy = Math.Min(1, requestsPerSecond * prompt);
            promptWait = promptBusy < 1 ? prompt / (1 - promptBusy) * (1 + curve.Traffic.InputTokens.SquaredVariation) / 2 : double.PositiveInfinity;
            placeWait = 1 / (full - requestsPerSecond) * (1 + curve.Traffic.OutputTokens.SquaredVariation) / 2;
        }
        else
        {
            placeWait = 1 / full;
        }
    }

    /// <summary>Requests per second of the rank.</summary>
    public double RequestsPerSecond { get; }

    /// <summary>Mean seconds from a request to its last token, the wait for a place included (Little: requests = rate × time).</summary>
    public double ResponseSeconds { get; }

    /// <summary>The rate over that of a full batch.</summary>
    public double UtilizationRatio { get; }

    /// <summary>Poisson arrivals; the rate is below that of a full batch.</summary>
    public static LoadPoint Open(ServiceCurve curve, long places, double requestsPerSecond)
    {
        BirthDeath chain = BirthDeath.Open(requestsPerSecond, places, curve.Rate);
        return new LoadPoint(curve, chain, true, requestsPerSecond, chain.Mean / requestsPerSecond);
    }

    /// <summary>Sessions that think between requests.</summary>
    public static LoadPoint Closed(ServiceCurve curve, long places, long sessions, double thinkSeconds)
    {
        BirthDeath chain = BirthDeath.Closed(sessions, thinkSeconds, places, curve.Rate);
        // Mean value analysis: a request that finds n others takes (n + 1) / μ(n + 1) (Reiser and Lavenberg 1980).
        double response = 0;
        for (long n = 0; n <= chain.Last; n++)
        {
            response += chain.Probability(n) * (n + 1) / curve.Rate(Math.Min(n + 1, places));
        }
        return new LoadPoint(curve, chain, false, sessions / (response + thinkSeconds), response);
    }

    /// <summary>Whether enough of the requests keep the bounds.</summary>
    public bool Keeps(ServiceObjective objective)
    {
        double share = (double)objective.Percentile;
        return (objective.TpotMs is null || TpotSeconds(share) <= objective.TpotSeconds)
            && (objective.TtftMs is null || TtftBeyond(objective.TtftSeconds) <= 1 - share);
    }

    /// <summary>The time per output token that a share of the requests does not exceed: at the batch that they join.</summary>
    public double TpotSeconds(double share) => curve.At(Math.Min(chain.Percentile(share) + 1, chain.Places)).TpotSeconds;

    /// <summary>The time to first token that a share of the requests does not exceed; infinite where prompts alone take more than the time there is.</summary>
    public double TtftSeconds(double share)
    {
        if (double.IsInfinity(promptWait))
        {
            return double.PositiveInfinity;
        }
        double low = 0;
        double high = 1e-3;
        while (TtftBeyond(high) > 1 - share)
        {
            low = high;
            high *= 2;
        }
        while (high - low > 1e-9 * high)
        {
            double middle = (low + high) / 2;
            (low, high) = TtftBeyond(middle) > 1 - share ? (middle, high) : (low, middle);
        }
        return high;
    }

    /// <summary>Probability that the first token takes longer.</summary>
    private double TtftBeyond(double seconds)
    {
        double beyond = 0;
        long served = Math.Min(chain.Places - 1, chain.Last);
        for (long n = 0; n <= served; n++)
        {
            if (chain.Probability(n) > Negligible)
            {
                beyond += chain.Probability(n) * Beyond(seconds - FirstToken(n + 1), promptBusy, promptWait);
            }
        }
        if (isOpen)
        {
            return beyond + (chain.WaitProbability * Beyond(seconds - FirstToken(chain.Places), 1, placeWait));
        }
        for (long n = chain.Places; n <= chain.Last; n++)
        {
            beyond += chain.Probability(n) * Beyond(seconds - FirstToken(chain.Places) - ((n - chain.Places + 1) * placeWait), 0, 1);
        }
        return beyond;
    }

    private double FirstToken(long n)
    {
        SteadyState state = curve.At(n);
        return state.TtftSeconds - (isOpen ? state.WaitingSeconds : 0);
    }

    // Over the lengths of the prompt: certain where no time is left, else that a wait is that long.
    private double Beyond(double left, double probability, double mean)
    {
        double sum = 0;
        foreach (double shift in curve.InputShifts)
        {
            sum += left < shift ? 1 : probability == 0 ? 0 : probability * Math.Exp((shift - left) / mean);
        }
        return sum / curve.InputShifts.Length;
    }
}
