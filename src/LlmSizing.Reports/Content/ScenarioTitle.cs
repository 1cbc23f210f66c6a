using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>A scenario's title: the language's own, else the name in capitals.</summary>
internal static class ScenarioTitle
{
    public static string Of(string scenario, Texts texts) =>
        texts.Find($"scenario.{scenario}.title") ?? scenario.ToUpperInvariant();

    public static string Joined(IEnumerable<string> scenarios, Texts texts, string separator) =>
        string.Join(separator, scenarios.Select(scenario => Of(scenario, texts)));

    /// <summary>The scenarios of an alert, or null when it applies to all.</summary>
    public static string? Of(SizingAlert alert, Texts texts) => alert.EveryScenario ? null : Joined(alert.Scenarios, texts, ", ");
}
