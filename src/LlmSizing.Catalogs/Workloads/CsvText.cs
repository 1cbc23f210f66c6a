using System.Collections.Generic;
using System.Text;

namespace LlmSizing;

/// <summary>The rows of a text as RFC 4180 has them: cells in quotes may hold commas, line ends and doubled quotes. Lines that are blank hold no row.</summary>
internal sealed class CsvText
{
    private readonly string text;
    private int position;
    private long line = 1;
    private int lineStart;

    private CsvText(string text) => this.text = text;

    /// <summary>The rows with the place of each cell.</summary>
    /// <exception cref="RefusedFileException">A quote that is not closed, or that stands where none may.</exception>
    public static IEnumerable<List<ScalarNode>> Rows(string text)
    {
        var reader = new CsvText(text);
        while (reader.position < text.Length)
        {
            List<ScalarNode> row = reader.ReadRow();
            if (row.Count > 1 || row[0].Text.Trim().Length > 0)
            {
                yield return row;
            }
        }
    }

    private List<ScalarNode> ReadRow()
    {
        var cells = new List<ScalarNode>();
        while (true)
        {
            cells.Add(ReadCell());
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
        return new ScalarNode(text.Substring(start, position - start).Trim(' ', '\t'), true, line, at);
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

    private void NewLine()
    {
        line++;
        lineStart = position;
    }
}
