namespace LlmSizing;

/// <summary>The numbers of one scenario: exact, and nothing but numbers.</summary>
public readonly struct Capacity
{
    internal Capacity(
        long kvPerSessionBytes, long kvTotalBytes, long kvBudgetBytes, long sessionsPerNode, long sessionsWithHeadroom,
        long nodesCapacity, long nodesWithHeadroom, long nodesFinal, long headroomBillionths, long kvBudgetBillionths, long overheadBillionths,
        long sessionsPerReplica, LoadAnswer? load = null)
    {
        KvPerSessionBytes = kvPerSessionBytes;
        KvTotalBytes = kvTotalBytes;
        KvBudgetBytes = kvBudgetBytes;
        SessionsPerNode = sessionsPerNode;
        SessionsWithHeadroom = sessionsWithHeadroom;
        NodesCapacity = nodesCapacity;
        NodesWithHeadroom = nodesWithHeadroom;
        NodesFinal = nodesFinal;
        PeakHeadroomBillionths = headroomBillionths;
        KvBudgetRatioBillionths = kvBudgetBillionths;
        RuntimeOverheadBillionths = overheadBillionths;
        SessionsPerReplica = sessionsPerReplica;
        Load = load;
    }

    /// <summary>KV cache of one session in bytes.</summary>
    public long KvPerSessionBytes { get; }

    /// <summary>KV cache of all sessions in bytes.</summary>
    public long KvTotalBytes { get; }

    /// <summary>Whole bytes of a node that may hold KV cache.</summary>
    public long KvBudgetBytes { get; }

    /// <summary>Sessions that fit a node; 0 when not one does, or where a replica of several nodes holds fewer than it has nodes.</summary>
    public long SessionsPerNode { get; }

    /// <summary>Sessions to plan for, headroom included, rounded up.</summary>
    public long SessionsWithHeadroom { get; }

    /// <summary>Nodes for the load; 0 when infeasible.</summary>
    public long NodesCapacity { get; }

    /// <summary>Nodes for the load and its headroom; 0 when infeasible.</summary>
    public long NodesWithHeadroom { get; }

    /// <summary>Nodes for the load, its headroom and the spares; 0 when infeasible.</summary>
    public long NodesFinal { get; }

    /// <summary>The headroom of the scenario in billionths.</summary>
    public long PeakHeadroomBillionths { get; }

    /// <summary>The KV budget ratio of the scenario in billionths.</summary>
    public long KvBudgetRatioBillionths { get; }

    /// <summary>The overhead of the node in billionths of a GiB.</summary>
    public long RuntimeOverheadBillionths { get; }

    /// <summary>Sessions that fit a replica; those of the node where nothing is placed.</summary>
    public long SessionsPerReplica { get; }

    /// <summary>What the traffic asks for; null where none is given, or where not one session fits.</summary>
    public LoadAnswer? Load { get; }

    /// <summary>Whether at least one session fits.</summary>
    public bool IsSessionHeld => SessionsPerReplica > 0;

    /// <summary>Whether at least one session fits, and a number of nodes keeps the latency that is promised.</summary>
    public bool Feasible => IsSessionHeld && Load is not { IsReachable: false };

    /// <summary>The same memory with the nodes that the traffic asks for.</summary>
    internal Capacity WithLoad(long nodesCapacity, long nodesWithHeadroom, long nodesFinal, LoadAnswer load) => new(
        KvPerSessionBytes, KvTotalBytes, KvBudgetBytes, SessionsPerNode, SessionsWithHeadroom, nodesCapacity, nodesWithHeadroom, nodesFinal,
        PeakHeadroomBillionths, KvBudgetRatioBillionths, RuntimeOverheadBillionths, SessionsPerReplica, load);

    /// <summary>Sessions per node and nodes.</summary>
    public override string ToString() => $"{NumberText.Plain(SessionsPerNode)} sessions per node, {NumberText.Plain(NodesFinal)} nodes";
}
