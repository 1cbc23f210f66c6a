using System;

namespace LlmSizing;

/// <summary>The sixteen console colours as SGR sequences (ECMA-48, with the bright range of aixterm).</summary>
internal static class Colours
{
    // In the order of ConsoleColor: the console counts blue, green, red as 1, 2, 4; SGR counts red, green, blue.
    private static ReadOnlySpan<int> SgrOrder => [0, 4, 2, 6, 1, 5, 3, 7];

    /// <summary>The text in the colours given; a colour outside the sixteen (the host's "as it is") changes nothing.</summary>
    public static string Wrap(string text, ConsoleColor foreground, ConsoleColor background)
    {
        var prefix = Code(foreground, dark: 30, bright: 90) + Code(background, dark: 40, bright: 100);
        return prefix.Length == 0 ? text : prefix + text + "\u001b[0m";
    }

    private static string Code(ConsoleColor colour, int dark, int bright) =>
        colour is < ConsoleColor.Black or > ConsoleColor.White ? string.Empty
        : FormattableString.Invariant($"\u001b[{((int)colour < 8 ? dark : bright) + SgrOrder[(int)colour & 7]}m");
}
