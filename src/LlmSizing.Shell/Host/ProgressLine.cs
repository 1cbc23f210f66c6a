using System;
using System.Diagnostics;
using System.Globalization;
using System.Management.Automation;

namespace LlmSizing;

/// <summary>
/// One line of progress on a terminal's standard error, redrawn in place with carriage returns and blanks:
/// no escape sequence, so that it works under NO_COLOR and on a dumb terminal.
/// </summary>
internal sealed class ProgressLine(ShellConsole console)
{
    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(100);

    private readonly object gate = new();
    private readonly Stopwatch sinceDrawn = new();
    private int drawnCells;

    public void Show(ProgressRecord record)
    {
        if (!console.ErrorIsTerminal) return;
        lock (gate)
        {
            if (record.RecordType == ProgressRecordType.Completed)
            {
                Clear();
                return;
            }

            if (sinceDrawn.IsRunning && sinceDrawn.Elapsed < Pace) return;
            Clear();
            var text = Fit(Text(record), console.ErrorWidth - 1);
            console.Error.Write(text);
            drawnCells = CellWidth.Of(text);
            sinceDrawn.Restart();
        }
    }

    /// <summary>Takes the line away before anything else is written.</summary>
    public void Clear()
    {
        lock (gate)
        {
            if (drawnCells == 0) return;
            console.Error.Write("\r" + new string(' ', drawnCells) + "\r");
            drawnCells = 0;
        }
    }

    internal static string Text(ProgressRecord record)
    {
        var percent = record.PercentComplete is >= 0 and <= 100
            ? record.PercentComplete.ToString(CultureInfo.InvariantCulture) + " % "
            : string.Empty;
        var left = record.SecondsRemaining >= 0
            ? string.Create(CultureInfo.InvariantCulture, $" ({record.SecondsRemaining} s left)")
            : string.Empty;
        return PlainText.Of($"{percent}{record.Activity}: {record.StatusDescription}{left}").ReplaceLineEndings(" ");
    }

    internal static string Fit(string text, int cells)
    {
        var taken = 0;
        var length = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            taken += CellWidth.Of(rune);
            if (taken > cells) break;
            length += rune.Utf16SequenceLength;
        }

        return text[..length];
    }
}
