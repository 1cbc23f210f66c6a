using System;

namespace LlmSizing;

/// <summary>Sessions = requests per second × (seconds of a request + seconds of thinking) (Little 1961), for what is given and what follows.</summary>
public static class LittleLaw
{
    /// <summary>Sessions at the same time that a rate of requests makes: those in service on the fewest replicas that carry the rate, and those that think.</summary>
    /// <param name="plan">The placed model.</param>
    /// <param name="traffic">The traffic; its requests per second are given.</param>
    /// <param name="tuning">What the engine reaches of the datasheet.</param>
    /// <param name="scenario">The scenario that says which share of the memory is planned for.</param>
    /// <param name="asked">The other requirements.</param>
    /// <returns>1 to 10^9 sessions.</returns>
    /// <exception cref="SizingException">No rate is given, no session fits, or the sessions are more than 10^9.</exception>
    public static long Sessions(NodePlan plan, RequestTraffic traffic, EngineTuning tuning, Scenario scenario, Requirements asked)
    {
        double rate = (double)(traffic.RequestsPerSecond ?? throw new SizingException("RequestsPerSecond", "Neither sessions nor requests per second are given: add -Concurrency or -RequestsPerSecond."));
        var curve = new ServiceCurve(plan, traffic, tuning);
        long places = Math.Max(1, curve.Places(scenario.KvBudget.Apply(asked.KvBudgetBillionths)));
        double ranks = (Math.Floor(rate / (curve.Rate(places) * plan.Node.Ranks)) + 1) * plan.Node.Ranks;
        double served = BirthDeath.Open(rate / ranks, places, curve.Rate).MeanServed;
        double sessions = Math.Ceiling((ranks * served) + (rate * traffic.ThinkSecondsPerRequest));
        return sessions <= (double)Limits.Concurrency.Maximum
            ? Math.Max(1, (long)sessions)
            : throw new SizingException("RequestsPerSecond", $"{NumberText.AsWritten(traffic.RequestsPerSecond.Value)} requests/s make more sessions at the same time than {Limits.Concurrency}.");
    }

    /// <summary>Refuses sessions and a rate that no batch makes true at once.</summary>
    internal static void Check(ServiceCurve curve, long sessions)
    {
        if (curve.Traffic.RequestsPerSecond is not decimal rate)
        {
            return;
        }
        double think = curve.Traffic.ThinkSecondsPerRequest;
        double fewest = Math.Floor((double)rate * (curve.ResponseSeconds(1) + think));
        double most = Math.Ceiling((double)rate * (curve.ResponseSeconds(curve.MostPlaces) + think));
        if (sessions < fewest || sessions > most)
        {
            throw new SizingException(
                "RequestsPerSecond",
                $"Concurrency of {NumberText.Plain(sessions)} sessions and {NumberText.AsWritten(rate)} requests/s contradict each other: a request takes {Seconds(curve.ResponseSeconds(1))} to {Seconds(curve.ResponseSeconds(curve.MostPlaces))} s and {Seconds(think)} s of thinking, which makes {NumberText.Plain((long)Math.Min(fewest, 1e18))} to {NumberText.Plain((long)Math.Min(most, 1e18))} sessions (Little's law). Leave one of the two out, or give the time between requests (-ThinkTimeSeconds).");
        }
    }

    private static string Seconds(double value) => NumberText.AsWritten(Math.Round((decimal)Math.Min(value, 1e15), 3));
}
