using System.Collections.Generic;

namespace LlmSizing;

/// <summary>Tokens of a prompt, or generated ones.</summary>
public enum TokenKind
{
    /// <summary>Tokens of prompts.</summary>
    Input,

    /// <summary>Generated tokens.</summary>
    Output,
}

/// <summary>What a million tokens of one kind cost, draw or emit; all of the fleet's is counted on that kind.</summary>
internal static class PerMillion
{
    public static decimal? Rate(Fleet fleet, TokenKind kind) => kind == TokenKind.Input ? fleet.Asked.InputTokensPerSecond : fleet.Asked.OutputTokensPerSecond;

    public static string Id(string what, TokenKind kind, string unit = "") => $"{what}_per_million_{Name(kind)}_tokens{unit}";

    public static string Formula(string id, string perHour, TokenKind kind) =>
        $"{id} = {perHour} / (nodes_capacity × {Name(kind)}_tokens_per_second × 3600 × utilization) × 10^6";

    public static IEnumerable<(string Name, decimal? Value)> Parts(Fleet fleet, TokenKind kind) =>
    [
        ("nodes_capacity", fleet.Result.NodesCapacity),
        ($"{Name(kind)}_tokens_per_second", Rate(fleet, kind)),
        ("utilization", fleet.Asked.Utilization ?? 1),
    ];

    private static string Name(TokenKind kind) => kind == TokenKind.Input ? "input" : "output";
}
