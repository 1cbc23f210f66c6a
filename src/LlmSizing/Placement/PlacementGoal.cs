using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>What makes one placement better than another: numbers that are compared in their order, the smallest first; of equals, the one with fewer stages.</summary>
public sealed class PlacementGoal
{
    private readonly Func<PlacementCandidate, decimal[]> keys;

    private PlacementGoal(string name, string description, Func<PlacementCandidate, decimal[]> keys)
    {
        Name = name;
        Description = description;
        this.keys = keys;
    }

    /// <summary>Every goal; the first is the default.</summary>
    public static IReadOnlyList<PlacementGoal> All { get; } =
    [
        new("FewestGpus", "the fewest GPUs for the load, then the fewest nodes, then the smallest replica", at => [at.TotalGpus ?? 0, at.Nodes ?? 0, at.GpusPerReplica]),
        new("FewestNodes", "the fewest nodes for the load, then the fewest GPUs, then the smallest replica", at => [at.Nodes ?? 0, at.TotalGpus ?? 0, at.GpusPerReplica]),
        new("MostSessions", "the most sessions for each node, then the fewest GPUs", at => [-at.SessionsPerNode, at.TotalGpus ?? 0, at.GpusPerReplica]),
        new("SmallestReplica", "the fewest GPUs of one replica, then the fewest for the load", at => [at.GpusPerReplica, at.TotalGpus ?? 0, at.Nodes ?? 0]),
        new("LeastMemory", "the least GPU memory for the load, then the fewest GPUs", at => [(at.TotalGpus ?? 0) * (decimal)at.GpuBytes, at.TotalGpus ?? 0, at.GpusPerReplica]),
    ];

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>What comes first.</summary>
    public string Description { get; }

    /// <summary>Finds a goal by its name, whatever the case; null when it is not known.</summary>
    public static PlacementGoal? Find(string name) => All.FirstOrDefault(goal => string.Equals(goal.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The candidates in order: those that fit by the goal, then those that miss least, then those that an engine refuses.</summary>
    public IReadOnlyList<PlacementCandidate> Rank(IEnumerable<PlacementCandidate> candidates) =>
    [
        .. candidates.Select(candidate => (candidate, key: KeyOf(candidate))).OrderBy(item => item.key, KeyComparer.Instance).Select(item => item.candidate),
    ];

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    private decimal[] KeyOf(PlacementCandidate candidate) => candidate.Fits ? [0, .. keys(candidate), candidate.PipelineParallel, candidate.DataParallel] : [1, candidate.ShortfallBytes ?? decimal.MaxValue, candidate.GpusPerReplica];

    private sealed class KeyComparer : IComparer<decimal[]>
    {
        public static KeyComparer Instance { get; } = new();

        public int Compare(decimal[]? x, decimal[]? y)
        {
            for (int i = 0; i < Math.Min(x!.Length, y!.Length); i++)
            {
                int order = x[i].CompareTo(y[i]);
                if (order != 0)
                {
                    return order;
                }
            }
            return 0;
        }
    }
}
