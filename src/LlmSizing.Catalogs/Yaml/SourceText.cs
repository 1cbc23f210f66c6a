using System.Globalization;
using System.Text;

namespace LlmSizing;

/// <summary>The characters of a file: UTF-8, none that hides or moves what a person sees.</summary>
internal static class SourceText
{
    private const char ByteOrderMark = '\uFEFF';

    /// <summary>Decodes a file and checks its characters.</summary>
    /// <exception cref="RefusedFileException">Not UTF-8, a character that is not text, or a directive.</exception>
    public static string Decode(byte[] bytes)
    {
        if (bytes.Length >= 2 && ((bytes[0] == 0xFF && bytes[1] == 0xFE) || (bytes[0] == 0xFE && bytes[1] == 0xFF)))
        {
            throw new RefusedFileException(ProblemCodes.Encoding, 1, 1, "The file is UTF-16.", "Save it as UTF-8.");
        }
        string text;
        try
        {
            text = new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(bytes);
        }
        catch (DecoderFallbackException invalid)
        {
            (long line, long column) = Position(Encoding.UTF8.GetString(bytes, 0, System.Math.Min(System.Math.Max(invalid.Index, 0), bytes.Length)));
            throw new RefusedFileException(ProblemCodes.Encoding, line, column, "The file is not UTF-8 from here on.", "Save it as UTF-8.");
        }
        // Windows PowerShell writes a byte order mark in front of UTF-8; YAML allows it there.
        text = text.Length > 0 && text[0] == ByteOrderMark ? text.Substring(1) : text;
        Check(text);
        return text;
    }

    /// <summary>
    /// Characters that are no part of a line of text: controls, line breaks that editors do not count,
    /// byte order marks, and marks that change the direction of what follows.
    /// </summary>
    public static bool IsRefused(char c) => c < ' '
        ? c is not ('\t' or '\n' or '\r')
        : c >= '\u007F' && (c <= '\u009F' || c is (>= '\u2028' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or ByteOrderMark or '\uFFFE' or '\uFFFF');

    /// <summary>Whether a value, its escapes resolved, is text: none of those characters, and no half of one.</summary>
    public static bool IsText(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] is >= ' ' and < '\u007F')
            {
                continue;
            }
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                i++;
            }
            else if (IsRefused(text[i]) || char.IsSurrogate(text[i]))
            {
                return false;
            }
        }
        return true;
    }

    private static void Check(string text)
    {
        bool lineStarts = true;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            // The comparison in front is most of what a cold process does here.
            if (c is not (>= ' ' and < '\u007F') && IsRefused(c))
            {
                throw Refused(text, i);
            }
            if (lineStarts && c == '%')
            {
                (long line, long column) = Position(text.Substring(0, i));
                throw new RefusedFileException(
                    ProblemCodes.Directive, line, column, "The line starts with %, a directive to the YAML reader.", "Leave the line out, or indent it where it is text.");
            }
            lineStarts = c is '\n' or '\r';
        }
    }

    private static RefusedFileException Refused(string text, int index)
    {
        (long line, long column) = Position(text.Substring(0, index));
        string code = "U+" + ((int)text[index]).ToString("X4", CultureInfo.InvariantCulture);
        return text[index] == '\0'
            ? new RefusedFileException(ProblemCodes.Character, line, column, $"The file holds the character {code}.", "Save it as UTF-8 text: it looks like UTF-16 or a binary file.")
            : new RefusedFileException(ProblemCodes.Character, line, column, $"The file holds the character {code}.", "Take it out: it is not visible text.");
    }

    /// <summary>The place behind a piece of a file.</summary>
    public static (long Line, long Column) Position(string before)
    {
        long line = 1;
        int start = 0;
        for (int i = 0; i < before.Length; i++)
        {
            if (before[i] == '\n' || (before[i] == '\r' && (i + 1 == before.Length || before[i + 1] != '\n')))
            {
                line++;
                start = i + 1;
            }
        }
        return (line, before.Length - start + 1);
    }
}
