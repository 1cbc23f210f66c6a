using System;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Text;

namespace LlmSizing;

/// <summary>Draws the edited text in place: up to the first row of the last drawing, erase, write, cursor back.</summary>
internal sealed class LineView(TextWriter terminal, Func<int> width, Func<int> height)
{
    private int cursorRow;

    /// <summary>Begins a drawing at the cursor's row.</summary>
    public void Begin() => cursorRow = 0;

    public void Draw(ScreenLayout layout)
    {
        var frame = new StringBuilder("\r");
        Move(frame, cursorRow, 'A');
        frame.Append("\u001b[J");

        // More rows than the screen has: the part around the cursor.
        var first = Math.Max(0, Math.Min(layout.CursorRow - (height() / 2), layout.Rows.Count - height()));
        var rows = layout.Rows.Skip(first).Take(height()).ToList();
        frame.AppendJoin("\r\n", rows);
        cursorRow = layout.CursorRow - first;
        frame.Append('\r');
        Move(frame, rows.Count - 1 - cursorRow, 'A');
        Move(frame, layout.CursorColumn, 'C');
        terminal.Write(frame.ToString());
    }

    public ScreenLayout Lay(string prompt, string continuation, LineBuffer buffer, bool cursorAtEnd = false) =>
        ScreenLayout.Of(prompt, continuation, buffer.Text, cursorAtEnd ? buffer.Text.Length : buffer.Cursor, Math.Max(2, width()));

    public void Clear() => terminal.Write("\u001b[H\u001b[2J");

    private static void Move(StringBuilder frame, int count, char direction)
    {
        if (count > 0) frame.Append(CultureInfo.InvariantCulture, $"\u001b[{count}{direction}");
    }
}
