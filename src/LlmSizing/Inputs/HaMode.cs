using System.Globalization;

namespace LlmSizing;

/// <summary>High availability: how many nodes may fail with the load still carried.</summary>
public sealed class HaMode
{
    /// <summary>The largest number of spare nodes that a mode may name.</summary>
    public const int MaximumExtraNodes = 99;

    private HaMode(int extraNodes) => ExtraNodes = extraNodes;

    /// <summary>No spare node.</summary>
    public static HaMode None { get; } = new(0);

    /// <summary>Nodes beyond the load: 0 for none, k for n+k.</summary>
    public int ExtraNodes { get; }

    /// <summary>Reads <c>none</c> or <c>n+k</c> with k from 1 to 99, written in that one way; null for anything else.</summary>
    public static HaMode? Find(string? text)
    {
        if (text == "none")
        {
            return None;
        }
        if (text is null || !text.StartsWith("n+", System.StringComparison.Ordinal)
            || !int.TryParse(text.Substring(2), NumberStyles.None, CultureInfo.InvariantCulture, out int extra)
            || extra is < 1 or > MaximumExtraNodes)
        {
            return null;
        }
        // The parser also takes leading zeros and trailing NUL characters; a mode is compared by its text, so it has one spelling.
        var mode = new HaMode(extra);
        return mode.ToString() == text ? mode : null;
    }

    /// <summary>none, n+1, n+2 …</summary>
    public override string ToString() => ExtraNodes == 0 ? "none" : "n+" + NumberText.Plain(ExtraNodes);
}
