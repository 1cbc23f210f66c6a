using System.Collections.Generic;
using System.IO;
using System.Text;

namespace LlmSizing;

/// <summary>Lines of a text that are not blank, with their numbers; none is held beyond its limit.</summary>
internal static class TraceLines
{
    /// <exception cref="ImportException">A line is too long, the text is not UTF-8, or the file cannot be read on.</exception>
    public static IEnumerable<(string Line, long Number)> Read(TextReader reader)
    {
        var buffer = new char[1 << 16];
        var line = new StringBuilder();
        long number = 1;
        for (int count = Fill(reader, buffer, number); count > 0; count = Fill(reader, buffer, number))
        {
            int start = 0;
            for (int end = 0; end < count; end++)
            {
                if (buffer[end] == '\n')
                {
                    line.Append(buffer, start, end - start);
                    string text = line.ToString().Trim();
                    if (text.Length > 0)
                    {
                        yield return (text, number);
                    }
                    line.Clear();
                    number++;
                    start = end + 1;
                }
            }
            line.Append(buffer, start, count - start);
            if (line.Length > TraceFile.LongestLine)
            {
                throw TraceRow.Wrong(number, $"the line has more than {NumberText.Plain(TraceFile.LongestLine)} characters");
            }
        }
        if (line.ToString().Trim() is { Length: > 0 } rest)
        {
            yield return (rest, number);
        }
    }

    private static int Fill(TextReader reader, char[] buffer, long line)
    {
        try
        {
            return reader.Read(buffer, 0, buffer.Length);
        }
        catch (DecoderFallbackException)
        {
            throw TraceRow.Wrong(line, "the text from here on is not UTF-8");
        }
        catch (IOException error)
        {
            throw TraceRow.Wrong(line, "the file cannot be read on: " + error.Message);
        }
    }
}
