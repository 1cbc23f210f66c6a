using System.Collections.Generic;
using System.Text;

namespace LlmSizing;

/// <summary>Rows of a CSV text (RFC 4180) within limits; a blank line is a row without cells.</summary>
internal static class CsvRows
{
    private const int LargestBytes = 4 << 20;
    private const int LongestCell = 10_000;
    private const int MostCells = 1000;

    /// <exception cref="ImportException">It is too large, not UTF-8, or a quote has no end; names the line.</exception>
    public static IEnumerable<(IReadOnlyList<string> Cells, long Line)> Read(byte[] bytes)
    {
        string text = Decode(bytes);
        long line = 1;
        for (int at = 0; at < text.Length;)
        {
            long first = line;
            yield return (ReadRow(text, ref at, ref line), first);
        }
    }

    private static string Decode(byte[] bytes)
    {
        if (bytes.Length > LargestBytes)
        {
            throw new ImportException($"The CSV text has more than {NumberText.Plain(LargestBytes)} bytes, the most that is read of a table of results.");
        }
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            throw new ImportException("The CSV text is not UTF-8.");
        }
    }

    private static List<string> ReadRow(string text, ref int at, ref long line)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        long first = line;
        bool isQuoted = false;
        for (; at < text.Length; at++)
        {
            char letter = text[at];
            if (letter == '"' && isQuoted && at + 1 < text.Length && text[at + 1] == '"')
            {
                cell.Append('"');
                at++;
            }
            else if (letter == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (letter == '\n' && !isQuoted)
            {
                break;
            }
            else if (letter == ',' && !isQuoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else if (letter != '\r')
            {
                line += letter == '\n' ? 1 : 0;
                cell.Append(letter);
            }
            if (cell.Length > LongestCell || cells.Count > MostCells)
            {
                throw new ImportException($"Line {NumberText.Plain(first)}: the row has more than {NumberText.Plain(MostCells)} cells, or a cell of more than {NumberText.Plain(LongestCell)} characters.");
            }
        }
        if (isQuoted)
        {
            throw new ImportException($"Line {NumberText.Plain(first)}: a quotation mark has no end.");
        }
        at++;
        line++;
        if (cells.Count > 0 || cell.Length > 0)
        {
            cells.Add(cell.ToString());
        }
        return cells;
    }
}
