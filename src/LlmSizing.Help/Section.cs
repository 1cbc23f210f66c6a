using System.Collections.Generic;
using Markdig.Syntax;

namespace LlmSizing.Help;

/// <summary>A heading, what stands under it, and the smaller headings below.</summary>
internal sealed class Section
{
    internal Section(string title, int line)
    {
        Title = title;
        Line = line;
    }

    internal string Title { get; }

    /// <summary>The heading's line, from 1.</summary>
    internal int Line { get; }

    /// <summary>What stands between this heading and the next.</summary>
    internal List<Block> Blocks { get; } = [];

    internal List<Section> Sections { get; } = [];
}
