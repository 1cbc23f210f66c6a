using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>What makes one placement better than another: values that are compared in their order, the smallest first and what is not known last; of equals, the one with the shorter requests, then with fewer stages.</summary>
public sealed class PlacementGoal : IComparer<PlacementCandidate>
{
    // What fits, then what only misses a promise or the GPUs allowed, then what misses memory, then what an engine refuses.
    private static readonly Func<PlacementCandidate, IComparable?>[] Misses =
        [at => !at.Fits, at => at.Excess, at => at.SessionsPerReplica == 0, at => at.ShortfallBytes, at => at.GpusPerReplica];

    private readonly Func<PlacementCandidate, IComparable?>[] keys;

    private PlacementGoal(string name, string description, params Func<PlacementCandidate, IComparable?>[] keys)
    {
        Name = name;
        Description = description;
        this.keys = [.. keys, at => at.EndToEndMs, at => at.PipelineParallel, at => at.DataParallel];
    }

    /// <summary>Every goal; the first is the default.</summary>
    public static IReadOnlyList<PlacementGoal> All { get; } =
    [
        new("FewestGpus", "the fewest GPUs for the load, then the fewest nodes, then the smallest replica", at => at.TotalGpus, at => at.Nodes, at => at.GpusPerReplica),
        new("FewestNodes", "the fewest nodes for the load, then the fewest GPUs, then the smallest replica", at => at.Nodes, at => at.TotalGpus, at => at.GpusPerReplica),
        new("MostSessions", "the most sessions for each node, then the fewest GPUs", at => -at.SessionsPerNode, at => at.TotalGpus, at => at.GpusPerReplica),
        new("SmallestReplica", "the fewest GPUs of one replica, then the fewest for the load", at => at.GpusPerReplica, at => at.TotalGpus, at => at.Nodes),
        new("LeastMemory", "the least GPU memory for the load, then the fewest GPUs", at => at.TotalGpus * (decimal)at.GpuBytes, at => at.TotalGpus, at => at.GpusPerReplica),
        new("LowestCost", "the lowest cost of the nodes in a month, then the shortest requests, then the fewest GPUs", at => at.CostPerMonth, at => at.EndToEndMs, at => at.TotalGpus)
        {
            Needs = "what a node costs: give -PricePerHour or -PriceCatalog", IsMissing = at => at.CostPerMonth is null,
        },
        new("LowestPower", "the lowest power of the nodes, then the shortest requests, then the fewest GPUs", at => at.PowerKw, at => at.EndToEndMs, at => at.TotalGpus)
        {
            Needs = "the power of a node: add typical_power_kw or max_power_kw to the catalog entries", IsMissing = at => at.PowerKw is null,
        },
        new("BestTtft", "the shortest time to first token, then the fewest GPUs", at => at.TtftMs, at => at.TotalGpus, at => at.Nodes) { NeedsTimes = true },
        new("BestTpot", "the shortest time per output token, then the fewest GPUs", at => at.TpotMs, at => at.TotalGpus, at => at.Nodes) { NeedsTimes = true },
        new("MostThroughput", "the most output tokens per second for each GPU, then the fewest GPUs", at => -at.TokensPerSecondPerGpu, at => at.TotalGpus, at => at.Nodes) { NeedsTimes = true },
    ];

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>What comes first.</summary>
    public string Description { get; }

    /// <summary>Whether it compares times, so that the length of the requests is needed.</summary>
    public bool NeedsTimes { get; private set; }

    /// <summary>What a server must say for the goal, and how; null where every server says enough.</summary>
    public string? Needs { get; private set; }

    /// <summary>Whether what the goal compares first is not known of a candidate, so that it comes last of those that fit.</summary>
    public Func<PlacementCandidate, bool> IsMissing { get; private set; } = _ => false;

    /// <summary>Finds a goal by its name, whatever the case; null when it is not known.</summary>
    public static PlacementGoal? Find(string name) => All.FirstOrDefault(goal => string.Equals(goal.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The candidates in order: those that fit by the goal, then those that miss least, then those that an engine refuses or that do not keep what is promised.</summary>
    public IReadOnlyList<PlacementCandidate> Rank(IEnumerable<PlacementCandidate> candidates) => candidates.OrderBy(candidate => candidate, this).ToArray();

    /// <summary>The first of the candidates, at least one.</summary>
    public PlacementCandidate Best(IReadOnlyList<PlacementCandidate> candidates)
    {
        PlacementCandidate best = candidates[0];
        for (int i = 1; i < candidates.Count; i++)
        {
            best = Compare(candidates[i], best) < 0 ? candidates[i] : best;
        }
        return best;
    }

    /// <inheritdoc/>
    public int Compare(PlacementCandidate x, PlacementCandidate y)
    {
        foreach (Func<PlacementCandidate, IComparable?> key in x.Fits && y.Fits ? keys : Misses)
        {
            int order = Compare(key(x), key(y));
            if (order != 0)
            {
                return order;
            }
        }
        return 0;
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    private static int Compare(IComparable? x, IComparable? y) => x is null || y is null ? (x is null).CompareTo(y is null) : x.CompareTo(y);
}
