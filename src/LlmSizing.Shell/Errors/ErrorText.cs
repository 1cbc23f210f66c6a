using System;
using System.Management.Automation;
using System.Text;

namespace LlmSizing;

/// <summary>An error record as an operator reads it: the failing command and the message first, then where, what to do, and the id.</summary>
internal static class ErrorText
{
    private const string Indent = "  ";

    public static string Of(ErrorRecord record)
    {
        var text = new StringBuilder();
        var command = record.InvocationInfo?.MyCommand?.Name;
        if (!string.IsNullOrEmpty(command)) text.Append(command).Append(": ");
        text.Append(Message(record));
        AppendLines(text, record.InvocationInfo?.PositionMessage);
        AppendLines(text, Advice(record) is { } advice ? "What to do: " + advice : null);
        AppendLines(text, "Error id: " + record.FullyQualifiedErrorId);
        return PlainText.Of(text.ToString());
    }

    /// <summary>
    /// A line that a native command wrote to its standard error, which the engine wraps in a record; null for a real error.
    /// Many programs report progress there, so the line passes as it is and the program's exit code decides.
    /// </summary>
    public static string? OfNativeCommand(ErrorRecord record) =>
        record.FullyQualifiedErrorId is "NativeCommandError" or "NativeCommandErrorMessage" ? record.Exception.Message : null;

    private static string Message(ErrorRecord record) =>
        string.IsNullOrWhiteSpace(record.ErrorDetails?.Message) ? record.Exception.Message : record.ErrorDetails.Message;

    private static string? Advice(ErrorRecord record)
    {
        if (!string.IsNullOrWhiteSpace(record.ErrorDetails?.RecommendedAction)) return record.ErrorDetails.RecommendedAction;

        // Verb-Noun and unknown: most often one of the cmdlets that come with pwsh and not with the engine.
        return record.Exception is CommandNotFoundException { CommandName: { } name } && name.Contains('-', StringComparison.Ordinal)
            ? "check the name. This host carries the engine's core cmdlets and LlmSizing only (Get-Command lists them); "
                + "Export-Csv, Select-Object, Format-Table and the like come with pwsh."
            : null;
    }

    private static void AppendLines(StringBuilder text, string? lines)
    {
        if (string.IsNullOrWhiteSpace(lines)) return;
        foreach (var line in lines.ReplaceLineEndings("\n").Trim('\n').Split('\n')) text.Append('\n').Append(Indent).Append(line.TrimEnd());
    }
}
