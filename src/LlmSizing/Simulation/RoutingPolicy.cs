using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>How requests are dealt out over replicas.</summary>
public sealed class RoutingPolicy
{
    private RoutingPolicy(string name) => Name = name;

    /// <summary>One after the other.</summary>
    public static RoutingPolicy RoundRobin { get; } = new("round-robin");

    /// <summary>The replica with the fewest requests, running or waiting.</summary>
    public static RoutingPolicy LeastLoaded { get; } = new("least-loaded");

    /// <summary>The replica that holds most of the prompt's prefix, unless it is far busier than the least loaded.</summary>
    public static RoutingPolicy PrefixAware { get; } = new("prefix-aware");

    /// <summary>Every policy.</summary>
    public static IReadOnlyList<RoutingPolicy> All { get; } = [RoundRobin, LeastLoaded, PrefixAware];

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>Finds a policy by its name, whatever the case; null when there is none.</summary>
    public static RoutingPolicy? Find(string name) => All.FirstOrDefault(policy => string.Equals(policy.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
