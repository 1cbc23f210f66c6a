using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation.Host;

namespace LlmSizing;

/// <summary>The choices of a confirmation: a letter each ("&amp;Yes" is Y), the label, or Enter for the default.</summary>
internal sealed class ChoiceList
{
    private readonly IReadOnlyList<(string Key, string Label, string Help)> choices;
    private readonly int defaultChoice;

    public ChoiceList(IEnumerable<ChoiceDescription> descriptions, int defaultChoice)
    {
        choices = [.. descriptions.Select(choice => (KeyOf(choice.Label), choice.Label.Replace("&", string.Empty, StringComparison.Ordinal), choice.HelpMessage))];
        this.defaultChoice = defaultChoice;
    }

    public string Question
    {
        get
        {
            var parts = choices.Select(choice => $"[{Named(choice)}] {choice.Label}").Append("[?] Help");
            var usual = defaultChoice >= 0 ? $" (default is \"{Named(choices[defaultChoice])}\"): " : ": ";
            return string.Join("  ", parts) + usual;
        }
    }

    public IEnumerable<string> Help => choices.Select(choice => $"{Named(choice)} - {choice.Help}");

    public bool TryPick(string answer, out int picked)
    {
        var text = answer.Trim();
        picked = text.Length == 0 ? defaultChoice : -1;
        for (var i = 0; i < choices.Count && text.Length > 0 && picked < 0; i++)
        {
            if (Same(text, choices[i].Key) || Same(text, choices[i].Label)) picked = i;
        }

        return picked >= 0;
    }

    private static string Named((string Key, string Label, string Help) choice) => choice.Key.Length > 0 ? choice.Key : choice.Label;

    private static string KeyOf(string label)
    {
        var at = label.IndexOf('&', StringComparison.Ordinal);
        return at >= 0 && at + 1 < label.Length ? label.Substring(at + 1, 1).ToUpperInvariant() : string.Empty;
    }

    private static bool Same(string a, string b) => b.Length > 0 && string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}
