using System.Text;

namespace LlmSizing;

/// <summary>Text that Markdown shows as it is: no name becomes a link, a table cell, emphasis or HTML.</summary>
internal static class MarkdownText
{
    /// <summary>The text for a paragraph, a heading, a list or a table cell.</summary>
    public static string Of(string text)
    {
        string printable = Printable.Of(text);
        var result = new StringBuilder(printable.Length + 8);
        for (int i = 0; i < printable.Length; i++)
        {
            char c = printable[i];
            if (Entity(c) is string entity)
            {
                result.Append(entity);
                continue;
            }
            result.Append('\\', NeedsBackslash(printable, i) ? 1 : 0).Append(c);
        }
        return result.ToString();
    }

    /// <summary>The text inside an HTML element, where Markdown does not look.</summary>
    public static string Html(string text)
    {
        var result = new StringBuilder(text.Length + 8);
        foreach (char c in Printable.Of(text))
        {
            if (Entity(c) is string entity)
            {
                result.Append(entity);
            }
            else
            {
                result.Append(c);
            }
        }
        return result.ToString();
    }

    private static string? Entity(char c) => c switch { '<' => "&lt;", '>' => "&gt;", '&' => "&amp;", '"' => "&quot;", _ => null };

    private static bool NeedsBackslash(string text, int i) => text[i] switch
    {
        '\\' or '`' or '*' or '[' or ']' or '|' or '#' or '~' or '$' or '!' or '{' or '}' or '@' => true,
        // Within a word an underscore is no emphasis, so that nodes_final stays readable in the source.
        '_' => !IsWord(text, i - 1) || !IsWord(text, i + 1),
        // Hosts turn http://, https:// and www. into links by themselves.
        ':' => i + 1 < text.Length && text[i + 1] == '/',
        '.' => i >= 3 && string.CompareOrdinal(text, i - 3, "www", 0, 3) == 0,
        // At the start they would make a list, a rule or a heading.
        '-' or '+' or '=' => i == 0,
        _ => false,
    };

    private static bool IsWord(string text, int i) => i >= 0 && i < text.Length && char.IsLetterOrDigit(text[i]);
}
