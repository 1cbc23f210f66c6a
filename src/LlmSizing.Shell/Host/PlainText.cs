using System.Text.RegularExpressions;

namespace LlmSizing;

/// <summary>Removes terminal escape sequences.</summary>
internal static partial class PlainText
{
    private const char Escape = '\u001b';

    /// <summary>The text without control sequences (CSI), strings such as hyperlinks (OSC, DCS, APC, PM, SOS) and other escapes.</summary>
    public static string Of(string text) =>
        text.Contains(Escape) || text.Contains('\u009b') ? Sequences().Replace(text, string.Empty) : text;

    // ECMA-48: CSI parameters and intermediates before a final byte; strings end at BEL or ST; a lone escape goes too.
    [GeneratedRegex(@"(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]?|\u001b[\]PX^_](?:[^\u0007\u001b]|\u001b(?!\\))*(?:\u0007|\u001b\\)?|\u001b[ -/]*[0-~]?")]
    private static partial Regex Sequences();
}
