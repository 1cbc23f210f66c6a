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

    /// <summary>Reads <c>none</c> or <c>n+k</c> with k from 1 to 99; null for anything else.</summary>
    public static HaMode? Find(string text)
    {
        if (text == "none")
        {
            return None;
        }
        return text.StartsWith("n+", System.StringComparison.Ordinal)
            && int.TryParse(text.Substring(2), NumberStyles.None, CultureInfo.InvariantCulture, out int extra)
            && extra is >= 1 and <= MaximumExtraNodes
            ? new HaMode(extra)
            : null;
    }

    /// <summary>none, n+1, n+2 …</summary>
    public override string ToString() => ExtraNodes == 0 ? "none" : "n+" + NumberText.Plain(ExtraNodes);
}
