using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>Names results by what tells them apart: nothing that they share is said.</summary>
public static class OptionNames
{
    // What a person chose is named wherever it differs.
    private static readonly Func<ScenarioResult, string?>[] Choices =
    [
        result => result.Model,
        result => result.Server,
        result => result.Storage,
        result => result.Scenario,
        result => Counted(result.Concurrency, "session"),
        result => Counted(result.EffectiveContext, "token"),
        result => result.Engine,
        result => result.Request.Plan?.Deployment.Quantization.Name,
    ];

    // What follows from the choices, or was chosen behind them, is named where these leave two options alike.
    private static readonly Func<ScenarioResult, string?>[] Details =
    [
        result => result.KvPrecision,
        result => result.Placement,
        result => result.Request.Plan?.Deployment.EngineVersion.ToString(),
        result => Given("KV budget", result.Request.Requirements.KvBudgetRatio),
        result => Given("overhead", result.Request.Requirements.RuntimeOverheadGib),
        result => Given("headroom", result.Request.Requirements.PeakHeadroomRatio),
    ];

    /// <summary>A name for each result, no two alike.</summary>
    public static IReadOnlyList<string> Of(IReadOnlyList<ScenarioResult> results)
    {
        if (results.Count == 1)
        {
            return [$"{results[0].Server} {results[0].Scenario}"];
        }
        List<string>[] parts = [.. results.Select(_ => new List<string>())];
        foreach (Func<ScenarioResult, string?> choice in Choices)
        {
            Add(parts, [.. results.Select(choice)], always: true);
        }
        foreach (Func<ScenarioResult, string?> detail in Details)
        {
            Add(parts, [.. results.Select(detail)], always: false);
        }
        return Unique([.. parts.Select(words => words.Count == 0 ? "option" : string.Join(" ", words))]);
    }

    private static void Add(List<string>[] parts, string?[] words, bool always)
    {
        if (words.Distinct().Count() == 1)
        {
            return;
        }
        if (!always)
        {
            string[] before = [.. parts.Select(part => string.Join(" ", part))];
            if (before.Zip(words, (name, word) => name + " " + word).Distinct().Count() == before.Distinct().Count())
            {
                return;
            }
        }
        for (int i = 0; i < parts.Length; i++)
        {
            if (words[i] is string word)
            {
                parts[i].Add(word);
            }
        }
    }

    private static List<string> Unique(IReadOnlyList<string> names)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var unique = new List<string>();
        foreach (string name in names)
        {
            string candidate = name;
            for (int copy = 2; !taken.Add(candidate); copy++)
            {
                candidate = $"{name} ({NumberText.Plain(copy)})";
            }
            unique.Add(candidate);
        }
        return unique;
    }

    private static string Counted(long count, string unit) => $"{NumberText.Grouped(count)} {unit}{(count == 1 ? "" : "s")}";

    private static string? Given(string name, decimal? value) => value is decimal given ? $"{name} {NumberText.AsWritten(given)}" : null;
}
