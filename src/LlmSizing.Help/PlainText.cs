using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Text;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace LlmSizing.Help;

/// <summary>Markdown as the text that a console shows: emphasis and code lose their marks, a link keeps its words.</summary>
internal static class PlainText
{
    /// <summary>The words of a heading or paragraph, on one line.</summary>
    internal static string Of(LeafBlock block)
    {
        var text = new StringBuilder();
        Append(text, block.Inline);
        return text.ToString();
    }

    /// <summary>A paragraph, or the items of a list with their marks; null for any other block.</summary>
    internal static IEnumerable<string>? Paragraphs(Block block) => block switch
    {
        ParagraphBlock paragraph => [Of(paragraph)],
        ListBlock list when list.Cast<ListItemBlock>().All(item => item is [ParagraphBlock]) => list.Cast<ListItemBlock>().Select((item, index) => Mark(list, index) + Of((ParagraphBlock)item[0])),
        _ => null,
    };

    /// <summary>The lines of a table, its columns aligned.</summary>
    internal static IEnumerable<string> Lines(Table table)
    {
        List<string[]> rows = table.Cast<TableRow>()
            .Select(row => row.Cast<TableCell>().Select(cell => string.Concat(cell.OfType<ParagraphBlock>().Select(Of))).ToArray())
            .ToList();
        int[] widths = Enumerable.Range(0, rows.Max(row => row.Length)).Select(column => rows.Max(row => row.ElementAtOrDefault(column)?.Length ?? 0)).ToArray();
        rows.Insert(1, widths.Select(width => new string('-', width)).ToArray());
        return rows.Select(row => string.Join("  ", row.Select((cell, column) => cell.PadRight(widths[column]))).TrimEnd());
    }

    /// <summary>The lines of a code block, as they stand.</summary>
    internal static string Of(FencedCodeBlock code) => code.Lines.ToString();

    private static string Mark(ListBlock list, int index) => list.IsOrdered ? $"{index + 1}. " : "- ";

    private static void Append(StringBuilder text, ContainerInline? container)
    {
        foreach (Inline inline in container ?? Enumerable.Empty<Inline>())
        {
            switch (inline)
            {
                case LiteralInline literal:
                    text.Append(literal.Content.AsSpan());
                    break;
                case CodeInline code:
                    text.Append(code.Content);
                    break;
                case LineBreakInline:
                    text.Append(' ');
                    break;
                case AutolinkInline link:
                    text.Append(link.Url);
                    break;
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded.AsSpan());
                    break;
                case ContainerInline inner:
                    Append(text, inner);
                    break;
                default:
                    throw new UnreachableException($"A page with a {inline.GetType().Name} is refused when it is read.");
            }
        }
    }
}
