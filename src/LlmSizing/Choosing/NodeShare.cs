namespace LlmSizing;

/// <summary>How often a number of nodes comes out.</summary>
public sealed class NodeShare
{
    internal NodeShare(long? nodes, long draws, decimal percent, decimal percentAtMost)
    {
        Nodes = nodes;
        Draws = draws;
        Percent = percent;
        PercentAtMost = percentAtMost;
    }

    /// <summary>The nodes; null where the request cannot be met.</summary>
    public long? Nodes { get; }

    /// <summary>Draws that need as many.</summary>
    public long Draws { get; }

    /// <summary>Percent of the draws that need as many.</summary>
    public decimal Percent { get; }

    /// <summary>Percent of the draws that need as many or fewer.</summary>
    public decimal PercentAtMost { get; }

    /// <summary>The nodes and their percent.</summary>
    public override string ToString() => $"{(Nodes is long nodes ? NumberText.Plain(nodes) : "infeasible")}: {NumberText.AsWritten(Percent)}%";
}
