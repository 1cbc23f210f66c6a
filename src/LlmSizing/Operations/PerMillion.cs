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
    /// <summary>Whether the tokens of a second are given, or follow from the traffic.</summary>
    public static bool IsAsked(Fleet fleet, TokenKind kind) => Given(fleet, kind) is not null || fleet.Result.Request.Traffic is not null;

    /// <summary>Tokens of all nodes in a second, or null.</summary>
    public static decimal? Rate(Fleet fleet, TokenKind kind) => kind == TokenKind.Input ? fleet.InputTokensPerSecond : fleet.OutputTokensPerSecond;

    public static string Id(string what, TokenKind kind, string unit = "") => $"{what}_per_million_{Name(kind)}_tokens{unit}";

    public static string Formula(string id, string perHour, Fleet fleet, TokenKind kind)
    {
        string rate = Given(fleet, kind) is null ? $"requests_per_second × {Name(kind)}_tokens" : $"nodes_capacity × {Name(kind)}_tokens_per_second";
        return $"{id} = {perHour} / ({rate} × 3600 × utilization) × 10^6";
    }

    public static IEnumerable<(string Name, decimal? Value)> Parts(Fleet fleet, TokenKind kind)
    {
        if (Given(fleet, kind) is decimal given)
        {
            yield return ("nodes_capacity", fleet.Result.NodesCapacity);
            yield return ($"{Name(kind)}_tokens_per_second", given);
        }
        else
        {
            yield return ("requests_per_second", fleet.RequestsPerSecond);
            yield return ($"{Name(kind)}_tokens", Lengths(fleet, kind)?.Mean);
        }
        yield return ("utilization", fleet.Asked.Utilization ?? 1);
    }

    /// <summary>The sentence, and behind it where the tokens of a second come from where there is a choice.</summary>
    public static string Interpret(string sentence, Fleet fleet, TokenKind kind, Texts texts) => fleet.Result.Request.Traffic is null
        ? sentence
        : sentence + " " + texts.Format(Given(fleet, kind) is null ? "metric.per_million.predicted" : "metric.per_million.given", name => ResultText.Of(fleet.Result, name));

    private static decimal? Given(Fleet fleet, TokenKind kind) => kind == TokenKind.Input ? fleet.Asked.InputTokensPerSecond : fleet.Asked.OutputTokensPerSecond;

    private static TokenLengths? Lengths(Fleet fleet, TokenKind kind) => kind == TokenKind.Input ? fleet.Result.Request.Traffic?.InputTokens : fleet.Result.Request.Traffic?.OutputTokens;

    private static string Name(TokenKind kind) => kind == TokenKind.Input ? "input" : "output";
}
