using System.Globalization;
using System.Text;

namespace LlmSizing;

/// <summary>Text that may be shown: a name from memory may carry what would break a line, colour a terminal or turn the reading direction.</summary>
internal static class Printable
{
    private const char Replacement = '\uFFFD';

    /// <summary>The text with control characters, line separators, direction marks and lone surrogates replaced by U+FFFD.</summary>
    public static string Of(string text) => Replaced(text, controls: true);

    /// <summary>The text with lone surrogates replaced by U+FFFD: no encoding can write them.</summary>
    public static string WellFormed(string text) => Replaced(text, controls: false);

    /// <summary>Characters as the seed counts them: one for each code point.</summary>
    public static int Length(string text)
    {
        int length = text.Length;
        for (int i = 1; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text, i - 1))
            {
                length--;
            }
        }
        return length;
    }

    private static string Replaced(string text, bool controls)
    {
        int position = 0;
        while (position < text.Length && !IsBad(text, position, controls))
        {
            position++;
        }
        if (position == text.Length)
        {
            return text;
        }
        var result = new StringBuilder(text);
        for (; position < text.Length; position++)
        {
            if (IsBad(text, position, controls))
            {
                result[position] = Replacement;
            }
        }
        return result.ToString();
    }

    private static bool IsBad(string text, int position, bool controls)
    {
        char c = text[position];
        if (c is >= ' ' and < '\u007F')
        {
            return false;
        }
        if (char.IsHighSurrogate(c))
        {
            return position + 1 == text.Length || !char.IsLowSurrogate(text[position + 1]);
        }
        if (char.IsLowSurrogate(c))
        {
            return position == 0 || !char.IsHighSurrogate(text[position - 1]);
        }
        return controls && (char.IsControl(c) || IsSeparatorOrMark(c));
    }

    private static bool IsSeparatorOrMark(char c) => CharUnicodeInfo.GetUnicodeCategory(c)
        is UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Format;
}
