using System.Collections.Generic;
using Markdig.Syntax;

namespace LlmSizing.Help;

/// <summary>A command that a page shows, and what it prints: a fence <c>powershell</c>, then one of <c>text</c>.</summary>
internal sealed class Example
{
    /// <summary>The word after <c>powershell</c> that marks a command for which the engine alone is not enough (Export-Csv, Format-Table …).</summary>
    internal const string PwshMark = "pwsh";

    private Example(FencedCodeBlock code, FencedCodeBlock? output)
    {
        Line = code.Line + 1;
        Code = PlainText.Of(code);
        NeedsPwsh = code.Arguments == PwshMark;
        Output = output is null ? null : PlainText.Of(output);
    }

    /// <summary>The line of the fence, from 1.</summary>
    internal int Line { get; }

    internal string Code { get; }

    /// <summary>Whether it uses commands that only pwsh has.</summary>
    internal bool NeedsPwsh { get; }

    /// <summary>What it prints; null where the page does not show it.</summary>
    internal string? Output { get; }

    /// <summary>The examples of a whole Markdown file, in their order.</summary>
    internal static IReadOnlyList<Example> ReadFile(string path) => Of(Page.Parse(path));

    /// <summary>The examples among the blocks, in their order.</summary>
    internal static IReadOnlyList<Example> Of(IReadOnlyList<Block> blocks)
    {
        var examples = new List<Example>();
        for (int index = 0; index < blocks.Count; index++)
        {
            if (blocks[index] is FencedCodeBlock { Info: "powershell" } code)
            {
                examples.Add(new Example(code, index + 1 < blocks.Count && blocks[index + 1] is FencedCodeBlock { Info: "text" } output ? output : null));
            }
        }
        return examples;
    }
}
