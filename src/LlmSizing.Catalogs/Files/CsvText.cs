using System.Collections.Generic;
using System.Text;

namespace LlmSizing;

/// <summary>The rows of a text as RFC 4180 has them: cells in quotes may hold commas, line ends and doubled quotes. A blank line is a row of one empty cell.</summary>
internal sealed class CsvText
{
    private const int MostCells = 1000;
    private const int LongestCell = 10_000;

    private readonly string text;
    private int position;
    private long line = 1;
    private int lineStart;

    private CsvText(string text) => this.text = text;

    /// <summary>The rows with the place of each cell.</summary>
    /// <exception cref="RefusedFileException">A quote that is not closed or stands where none may, or a row or a cell beyond every table's size.</exception>
    public static IEnumerable<List<ScalarNode>> Rows(string text)
    {
        var reader = new CsvText(text);
        while (reader.position < text.Length)
        {
            yield return reader.ReadRow();
        }
    }

    /// <summary>Whether the row is a blank line.</summary>
    public static bool IsBlank(List<ScalarNode> row) => row.Count == 1 && row[0].Text.Trim().Length == 0;

    private List<ScalarNode> ReadRow()
    {
        var cells = new List<ScalarNode>();
        while (true)
        {
            cells.Add(cells.Count < MostCells ? ReadCell() : throw TooLarge($"The row has more than {NumberText.Plain(MostCells)} cells."));
            if (position >= text.Length)
            {
                return cells;
            }
            char end = text[position++];
            if (end == ',')
            {
                continue;
            }
            if (end == '\r' && position < text.Length && text[position] == '\n')
            {
                position++;
            }
            NewLine();
            return cells;
        }
    }

    private ScalarNode ReadCell()
    {
        long at = Column;
        if (position < text.Length && text[position] == '"')
        {
            return new ScalarNode(ReadQuoted(), true, line, at);
        }
        int start = position;
        while (position < text.Length && text[position] is not (',' or '\r' or '\n'))
        {
            position++;
        }
        return position - start <= LongestCell
            ? new ScalarNode(text.Substring(start, position - start).Trim(' ', '\t'), true, line, at)
            : throw TooLarge(LongCell);
    }

    private string ReadQuoted()
    {
        (long startLine, long startColumn) = (line, Column);
        var cell = new StringBuilder();
        for (position++; position < text.Length; position++)
        {
            char c = text[position];
            if (c == '"')
            {
                if (position + 1 < text.Length && text[position + 1] == '"')
                {
                    position++;
                }
                else
                {
                    position++;
                    return position >= text.Length || text[position] is ',' or '\r' or '\n'
                        ? cell.ToString()
                        : throw new RefusedFileException(ProblemCodes.NotCsv, line, Column, "Text follows the quote that closes the cell.", "Double each quote inside a cell in quotes.");
                }
            }
            if (cell.Length == LongestCell)
            {
                throw TooLarge(LongCell);
            }
            cell.Append(c);
            if (c == '\n')
            {
                line++;
                lineStart = position + 1;
            }
        }
        throw new RefusedFileException(ProblemCodes.NotCsv, startLine, startColumn, "The quote that opens here is not closed.", "Close it, or leave it out.");
    }

    private long Column => position - lineStart + 1;

    private static string LongCell => $"The cell has more than {NumberText.Plain(LongestCell)} characters.";

    private RefusedFileException TooLarge(string message) => new(ProblemCodes.NotCsv, line, Column, message, "Write a table of comma-separated cells, with line ends between rows.");

    private void NewLine()
    {
        line++;
        lineStart = position;
    }
}
