using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>How many nodes an uncertain load needs: exact ranks of many draws.</summary>
public sealed class NodeUncertainty
{
    private readonly long[] sorted;

    internal NodeUncertainty(ScenarioResult result, long seed, IEnumerable<string> inputs, long[] nodes)
    {
        Model = result.Model;
        Server = result.Server;
        Scenario = result.Scenario;
        Nodes = result.NodesFinal;
        Seed = seed;
        Inputs = new ReadableList<string>(inputs);
        Array.Sort(nodes);
        sorted = nodes;
        Infeasible = nodes.LongCount(count => count == NodeCount.Never);
        Shares = new ReadableList<NodeShare>(Count(nodes));
    }

    /// <summary>The model's name.</summary>
    public string Model { get; }

    /// <summary>The server's name.</summary>
    public string Server { get; }

    /// <summary>The scenario's name.</summary>
    public string Scenario { get; }

    /// <summary>Nodes as planned, without uncertainty; null where the request cannot be met.</summary>
    public long? Nodes { get; }

    /// <summary>Percent of the draws for which the nodes as planned are enough.</summary>
    public decimal EnoughPercent => Nodes is long planned ? Percent(sorted.LongCount(count => count <= planned)) : 0;

    /// <summary>Nodes that are enough in half of the draws; null where those cannot be met.</summary>
    public long? P50 => Percentile(50);

    /// <summary>Nodes that are enough in 90 percent of the draws.</summary>
    public long? P90 => Percentile(90);

    /// <summary>Nodes that are enough in 95 percent of the draws.</summary>
    public long? P95 => Percentile(95);

    /// <summary>Nodes that are enough in 99 percent of the draws.</summary>
    public long? P99 => Percentile(99);

    /// <summary>Draws.</summary>
    public long Draws => sorted.Length;

    /// <summary>Draws that cannot be met.</summary>
    public long Infeasible { get; }

    /// <summary>The seed: the same one gives the same bytes on every machine.</summary>
    public long Seed { get; }

    /// <summary>What varied, and how.</summary>
    public ReadableList<string> Inputs { get; }

    /// <summary>Each number of nodes and how often it comes out, the fewest first.</summary>
    public ReadableList<NodeShare> Shares { get; }

    /// <summary>The number of nodes at a rank: the least that is enough in so many percent of the draws (nearest rank, no interpolation).</summary>
    /// <param name="percent">Above 0, at most 100.</param>
    /// <exception cref="ArgumentOutOfRangeException">Any other percentage.</exception>
    public long? Percentile(decimal percent)
    {
        if (percent is <= 0 or > 100)
        {
            throw new ArgumentOutOfRangeException(nameof(percent));
        }
        long nodes = sorted[(long)decimal.Ceiling(percent / 100 * sorted.Length) - 1];
        return nodes == NodeCount.Never ? null : nodes;
    }

    /// <summary>The nodes that are enough in most cases: <c>4 nodes in 90% of cases</c>.</summary>
    public override string ToString() => P90 is long nodes
        ? $"{NumberText.Grouped(nodes)} {(nodes == 1 ? "node" : "nodes")} in 90% of cases"
        : $"cannot be met in {NumberText.AsWritten(Percent(Infeasible))}% of cases";

    private IEnumerable<NodeShare> Count(long[] nodes)
    {
        for (int first = 0, end; first < nodes.Length; first = end)
        {
            for (end = first + 1; end < nodes.Length && nodes[end] == nodes[first];)
            {
                end++;
            }
            yield return new NodeShare(nodes[first] == NodeCount.Never ? null : nodes[first], end - first, Percent(end - first), Percent(end));
        }
    }

    private decimal Percent(long draws) => decimal.Round((decimal)draws / sorted.Length * 100, 3);
}
