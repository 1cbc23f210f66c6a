using System.Globalization;
using System.Text;

namespace LlmSizing;

/// <summary>Somebody's text inside a message: in quotes, short, and without characters that would drive a terminal.</summary>
internal static class Shown
{
    private const int Length = 60;

    public static string Quoted(string text) => "'" + Plain(text) + "'";

    /// <summary>Another library's sentence, continued in one of ours.</summary>
    public static string Sentence(string text) => text.Length == 0 ? text : char.ToLowerInvariant(text[0]) + text.Substring(1).Replace("  ", " ");

    public static string Plain(string text)
    {
        var shown = new StringBuilder();
        for (int i = 0; i < text.Length && i < Length; i++)
        {
            char c = text[i];
            bool keep = !char.IsControl(c) && !SourceText.IsRefused(c) && !char.IsSurrogate(c);
            shown.Append(keep ? c.ToString() : "\\u" + ((int)c).ToString("x4", CultureInfo.InvariantCulture));
        }
        return text.Length > Length ? shown.Append('…').ToString() : shown.ToString();
    }
}
