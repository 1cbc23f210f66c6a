using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing.Benchmarks;

/// <summary>Prints the rows as a Markdown table, a row as soon as it is known.</summary>
internal sealed class Table
{
    private static readonly int[] Widths = [58, 14, 39, 8, 17, 6];
    private readonly List<Row> rows = [];

    public Table()
    {
        Print(["what", "measured", "floor (same run)", "ratio", "bar", "ok"]);
        Console.WriteLine("|" + string.Join("|", Widths.Select(width => new string('-', width + 2))) + "|");
    }

    /// <summary>How many bars were missed.</summary>
    public int Missed => rows.Count(row => row.Bar.Length > 0 && !row.Ok);

    /// <summary>Adds and prints a row.</summary>
    public void Add(Row row)
    {
        rows.Add(row);
        Print(row.Cells);
    }

    private static void Print(string[] cells) =>
        Console.WriteLine("| " + string.Join(" | ", cells.Select((cell, index) => cell.PadRight(Widths[index]))) + " |");
}
