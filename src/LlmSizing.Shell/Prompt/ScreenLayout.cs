using System.Collections.Generic;
using System.Text;

namespace LlmSizing;

/// <summary>The rows that a prompt and a text take on a screen, and where the cursor stands among them.</summary>
internal sealed class ScreenLayout
{
    private readonly List<string> rows = [];
    private readonly StringBuilder row = new();
    private readonly int width;
    private int column;

    private ScreenLayout(int width) => this.width = width;

    public IReadOnlyList<string> Rows => rows;

    public int CursorRow { get; private set; }

    public int CursorColumn { get; private set; }

    /// <param name="prompt">Before the text.</param>
    /// <param name="continuation">Before each further line of the text.</param>
    /// <param name="text">What is edited; "\n" between lines.</param>
    /// <param name="cursor">Index into the text.</param>
    /// <param name="width">Columns of the screen, at least 2.</param>
    public static ScreenLayout Of(string prompt, string continuation, string text, int cursor, int width)
    {
        var layout = new ScreenLayout(width);
        layout.Put(prompt, string.Empty, cursor: -1);
        layout.Put(text, continuation, cursor);
        if (cursor >= text.Length) layout.MarkCursor();
        layout.rows.Add(layout.row.ToString());
        return layout;
    }

    private void Put(string text, string continuation, int cursor)
    {
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (at == cursor) MarkCursor();
            at += rune.Utf16SequenceLength;
            if (rune.Value == '\n')
            {
                Break();
                Put(continuation, string.Empty, cursor: -1);
                continue;
            }

            // A control character would move the terminal's cursor away from where this layout believes it to be.
            var shown = Rune.IsControl(rune) ? new Rune(' ') : rune;
            var cells = CellWidth.Of(shown);
            if (column + cells > width) Break();
            row.Append(shown.ToString());
            column += cells;
        }
    }

    private void MarkCursor()
    {
        // After a full row the cursor belongs to the next one.
        if (column >= width) Break();
        CursorRow = rows.Count;
        CursorColumn = column;
    }

    private void Break()
    {
        rows.Add(row.ToString());
        row.Clear();
        column = 0;
    }
}
