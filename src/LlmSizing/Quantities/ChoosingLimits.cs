namespace LlmSizing;

/// <summary>The range of each number with which people choose; a value outside is refused with the range named.</summary>
public static class ChoosingLimits
{
    /// <summary>Share by which the load grows each month: 0 to 10.</summary>
    public static NumberRange GrowthPerMonth { get; } = new("GrowthPerMonth", 0, 10, "");

    /// <summary>Months after month 0: 1 to 600.</summary>
    public static NumberRange Months { get; } = new("Months", 1, 600, "months");

    /// <summary>Nodes that are there already: 0 to 1000000000.</summary>
    public static NumberRange OwnedNodes { get; } = new("OwnedNodes", 0, 1_000_000_000, "nodes");

    /// <summary>Nodes of a fleet: 1 to 1000000000.</summary>
    public static NumberRange Nodes { get; } = new("Nodes", 1, 1_000_000_000, "nodes");

    /// <summary>Share by which an input changes: 0.001 to 0.9.</summary>
    public static NumberRange Change { get; } = new("Change", 0.001m, 0.9m, "");

    /// <summary>Share by which inputs are uncertain: 0.001 to 0.9.</summary>
    public static NumberRange Uncertainty { get; } = new("Uncertainty", 0.001m, 0.9m, "");

    /// <summary>Draws of an uncertain load: 100 to 10000000.</summary>
    public static NumberRange Draws { get; } = new("Draws", 100, 10_000_000, "draws");

    /// <summary>The seed of draws: 0 to 1000000000.</summary>
    public static NumberRange Seed { get; } = new("Seed", 0, 1_000_000_000, "");

    /// <summary>Share of the users with a session at the same time: 0.000001 to 1.</summary>
    public static NumberRange ActiveShare { get; } = new("ActiveShare", 0.000001m, 1, "");

    /// <summary>Seconds from a request to its last token: 0.001 to 1000000.</summary>
    public static NumberRange ResponseSeconds { get; } = new("ResponseSeconds", 0.001m, 1_000_000, "seconds");

    /// <summary>Seconds between an answer and the next request: 0 to 1000000.</summary>
    public static NumberRange ThinkTimeSeconds { get; } = new("ThinkTimeSeconds", 0, 1_000_000, "seconds");
}
