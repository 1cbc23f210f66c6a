using System;
using System.Collections.Generic;
using System.Text;

namespace LlmSizing;

/// <summary>Greedy wrapping at a number of columns; a word that no line can hold is broken, never across a surrogate pair.</summary>
internal static class TextWrap
{
    /// <summary>The lines of a text, without indent.</summary>
    /// <param name="text">Printable text.</param>
    /// <param name="firstWidth">Columns of the first line.</param>
    /// <param name="nextWidth">Columns of the others, at least 1.</param>
    public static IEnumerable<string> Lines(string text, int firstWidth, int nextWidth)
    {
        if (Printable.Length(text) <= firstWidth)
        {
            yield return text.TrimEnd(' ');
            yield break;
        }
        var line = new StringBuilder();
        int used = 0;
        int width = firstWidth;
        foreach (string each in text.Split([' '], StringSplitOptions.RemoveEmptyEntries))
        {
            string word = each;
            int length = Printable.Length(word);
            int gap = used > 0 ? 1 : 0;
            if (used > 0 && used + gap + length > width)
            {
                yield return line.ToString();
                line.Clear();
                used = gap = 0;
                width = nextWidth;
            }
            while (used + gap + length > width)
            {
                int cut = IndexOfCodePoint(word, width);
                yield return word.Substring(0, cut);
                word = word.Substring(cut);
                length -= width;
                width = nextWidth;
            }
            line.Append(' ', gap).Append(word);
            used += gap + length;
        }
        yield return line.ToString();
    }

    private static int IndexOfCodePoint(string text, int codePoints)
    {
        int index = 0;
        for (int i = 0; i < codePoints; i++)
        {
            index += char.IsSurrogatePair(text, index) ? 2 : 1;
        }
        return index;
    }
}
