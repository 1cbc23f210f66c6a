using System.Linq;
using System.Management.Automation;

namespace LlmSizing.Tests.Completion;

/// <summary>What Tab offers at the end of a line.</summary>
internal static class Completed
{
    public static CompletionResult[] At(Session session, string line)
    {
        using PowerShell shell = PowerShell.Create(session.Runspace);
        return [.. CommandCompletion.CompleteInput(line, line.Length, null, shell).CompletionMatches];
    }

    public static string[] Texts(Session session, string line) => [.. At(session, line).Select(match => match.CompletionText)];
}
