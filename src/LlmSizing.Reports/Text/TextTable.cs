using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;

namespace LlmSizing;

/// <summary>A table that holds the page: its widest columns give way first, and what does not fit a cell goes on below.</summary>
internal sealed class TextTable
{
    private const int Indent = 2;
    private const int Gap = 2;
    private const int NarrowText = 6;
    private const int NarrowestColumn = 3;

    private readonly IReadOnlyList<TextColumn> columns;
    private readonly List<string[]> rows = [];

    public TextTable(IReadOnlyList<TextColumn> columns) => this.columns = columns;

    public void Add(IEnumerable<string> cells) => rows.Add([.. cells.Select(Printable.Of)]);

    public void Write(TextPage page)
    {
        int[] widths = Widths();
        WriteRow(page, [.. columns.Select(column => column.Title)], widths);
        page.Line(new string(' ', Indent) + string.Join(new string(' ', Gap), widths.Select(width => new string('─', width))));
        foreach (string[] row in rows)
        {
            WriteRow(page, row, widths);
        }
    }

    private int[] Widths()
    {
        int[] widths = [.. columns.Select((column, i) => Math.Max(Printable.Length(column.Title), rows.Max(row => Printable.Length(row[i]))))];
        int[] floors = [.. columns.Select((column, i) => Math.Max(LongestWord(column.Title), column.IsNumber ? rows.Max(row => LongestWord(row[i])) : NarrowText))];
        int room = TextPage.Width - Indent - (Gap * (columns.Count - 1));
        Shrink(widths, i => floors[i], room);
        Shrink(widths, _ => NarrowestColumn, room);
        return widths;
    }

    private static void Shrink(int[] widths, Func<int, int> floor, int room)
    {
        while (widths.Sum() > room)
        {
            int widest = -1;
            for (int i = 0; i < widths.Length; i++)
            {
                if (widths[i] > floor(i) && (widest < 0 || widths[i] > widths[widest]))
                {
                    widest = i;
                }
            }
            if (widest < 0)
            {
                return;
            }
            widths[widest]--;
        }
    }

    private static int LongestWord(string text) => text.Split(' ').Max(Printable.Length);

    private void WriteRow(TextPage page, string[] cells, int[] widths)
    {
        string[][] lines = [.. cells.Select((cell, i) => TextWrap.Lines(cell, widths[i], widths[i]).ToArray())];
        for (int line = 0; line < lines.Max(cell => cell.Length); line++)
        {
            var text = new StringBuilder().Append(' ', Indent);
            for (int i = 0; i < columns.Count; i++)
            {
                string part = line < lines[i].Length ? lines[i][line] : "";
                int padding = widths[i] - Printable.Length(part);
                text.Append(' ', columns[i].IsNumber ? padding : 0).Append(part).Append(' ', (columns[i].IsNumber ? 0 : padding) + Gap);
            }
            page.Line(text.ToString().TrimEnd(' '));
        }
    }
}

/// <summary>A column: its title, and whether its cells stand to the right.</summary>
internal sealed class TextColumn
{
    public TextColumn(string title, bool isNumber = false)
    {
        Title = title;
        IsNumber = isNumber;
    }

    public string Title { get; }

    public bool IsNumber { get; }
}
