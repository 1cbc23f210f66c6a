namespace LlmSizing;

/// <summary>A month of a growing load.</summary>
public sealed class GrowthMonth
{
    internal GrowthMonth(ScenarioResult result, long month, long concurrency, long? nodes, long owned, long toBuy)
    {
        Model = result.Model;
        Server = result.Server;
        Scenario = result.Scenario;
        Month = month;
        Concurrency = concurrency;
        NodesFinal = nodes;
        NodesToBuy = toBuy;
        NodesOwned = owned;
    }

    /// <summary>The model's name.</summary>
    public string Model { get; }

    /// <summary>The server's name.</summary>
    public string Server { get; }

    /// <summary>The scenario's name.</summary>
    public string Scenario { get; }

    /// <summary>The month; 0 is now.</summary>
    public long Month { get; }

    /// <summary>Sessions at the same time, rounded up.</summary>
    public long Concurrency { get; }

    /// <summary>Nodes that the month needs; null where the request cannot be met.</summary>
    public long? NodesFinal { get; }

    /// <summary>Nodes to buy for the month, beyond those that are there.</summary>
    public long NodesToBuy { get; }

    /// <summary>Nodes that are there with those.</summary>
    public long NodesOwned { get; }

    /// <summary>Whether nodes are bought for the month.</summary>
    public bool IsPurchase => NodesToBuy > 0;

    /// <summary>The month and its nodes.</summary>
    public override string ToString() =>
        $"month {NumberText.Plain(Month)}: {NumberText.Grouped(Concurrency)} sessions, {(NodesFinal is long nodes ? NumberText.Grouped(nodes) + " node(s)" : "infeasible")}{(IsPurchase ? $", buy {NumberText.Grouped(NodesToBuy)}" : "")}";
}
