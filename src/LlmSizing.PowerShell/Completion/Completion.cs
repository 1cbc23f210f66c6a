using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace LlmSizing.Commands;

/// <summary>A word that Tab offers, and its tooltip.</summary>
internal sealed class Completion
{
    internal Completion(string text, string toolTip)
    {
        Text = text;
        ToolTip = toolTip;
    }

    internal string Text { get; }

    internal string ToolTip { get; }

    /// <summary>Those that begin with the word, quoted where the language needs it.</summary>
    internal static IEnumerable<CompletionResult> Matching(IEnumerable<Completion> completions, string? word)
    {
        var pattern = new WildcardPattern((word ?? "").Trim('\'', '"') + "*", WildcardOptions.IgnoreCase);
        return completions
            .Where(completion => pattern.IsMatch(completion.Text))
            .Select(completion => new CompletionResult(Quoted(completion.Text), completion.Text, CompletionResultType.ParameterValue, completion.ToolTip));
    }

    private static string Quoted(string text) => text.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or '.' or '+' or '/')
        ? text
        : "'" + text.Replace("'", "''") + "'";
}
