using System;

namespace LlmSizing;

/// <summary>Deals requests out over the ranks of a pool that are not lost.</summary>
internal sealed class Router
{
    // When a prefix is worth less than balance, as in SGLang's router: balance_abs_threshold and balance_rel_threshold at their defaults.
    private const long UnevenBy = 64;
    private const double UnevenTimes = 1.5;

    private readonly Rank[] ranks;
    private readonly RoutingPolicy policy;
    private int last = -1;

    public Router(Rank[] ranks, RoutingPolicy policy)
    {
        this.ranks = ranks;
        this.policy = policy;
    }

    public Rank Choose(in Flight flight)
    {
        if (policy == RoutingPolicy.RoundRobin)
        {
            return Following();
        }
        Rank least = LeastLoaded(out long most);
        bool isUneven = most - least.InFlight > UnevenBy && most > UnevenTimes * least.InFlight;
        return policy == RoutingPolicy.LeastLoaded || flight.Prefix is null || isUneven ? least : Knowing(flight, least);
    }

    private Rank Following()
    {
        do
        {
            last = last + 1 == ranks.Length ? 0 : last + 1;
        }
        while (ranks[last].IsLost);
        return ranks[last];
    }

    private Rank LeastLoaded(out long most)
    {
        Rank? least = null;
        most = 0;
        foreach (Rank rank in ranks)
        {
            if (!rank.IsLost)
            {
                least = least is null || rank.InFlight < least.InFlight ? rank : least;
                most = Math.Max(most, rank.InFlight);
            }
        }
        return least ?? throw new InvalidOperationException("The simulation has lost every rank.");
    }

    private Rank Knowing(in Flight flight, Rank least)
    {
        int whole = Math.Min(flight.Prefix!.Count, flight.Input / PrefixCache.Tokens);
        Rank best = least;
        int longest = best.Prefixes.Match(flight.Prefix, whole);
        foreach (Rank rank in ranks)
        {
            int matched = rank.IsLost ? -1 : rank.Prefixes.Match(flight.Prefix, whole);
            if (matched > longest || (matched == longest && matched > 0 && rank.InFlight < best.InFlight))
            {
                (best, longest) = (rank, matched);
            }
        }
        return best;
    }
}
