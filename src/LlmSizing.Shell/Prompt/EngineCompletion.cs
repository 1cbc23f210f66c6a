using System;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace LlmSizing;

/// <summary>The engine's own completion: commands, parameters, names from the catalogs, paths.</summary>
internal sealed class EngineCompletion(Runspace runspace)
{
    public Candidates Complete(string text, int cursor)
    {
        using var shell = PowerShell.Create(runspace);
        var found = CommandCompletion.CompleteInput(text, cursor, [], shell);
        return new Candidates(
            Math.Max(0, found.ReplacementIndex),
            Math.Max(0, found.ReplacementLength),
            [.. found.CompletionMatches.Select(match => match.CompletionText)]);
    }
}
