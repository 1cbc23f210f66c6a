using System.Collections.Generic;
using System.Linq;
using System.Text;
using Markdig.Extensions.Tables;
using Markdig.Syntax;

namespace LlmSizing.Help;

/// <summary>A conceptual page as the text that Get-Help shows: headings in capitals, paragraphs wrapped, code and tables indented.</summary>
internal static class AboutPage
{
    private const int Width = 80;
    private const string Indent = "    ";

    /// <summary>
    /// The text of the page. Get-Help takes the fifth line for the synopsis, so the first section holds one paragraph, which is written there unwrapped.
    /// </summary>
    /// <exception cref="PageException">The first section is something else, or a block is one that help cannot show.</exception>
    internal static string Write(Page page)
    {
        if (page.Root is not { Blocks: [], Sections: [{ Blocks: [ParagraphBlock synopsis], Sections: [] } first, ..] })
        {
            throw page.Wrong(page.Root.Line, "an about page begins with a section of one paragraph, its short description.");
        }
        var text = new StringBuilder();
        text.Append(page.Root.Title).Append("\n\n").Append(first.Title.ToUpperInvariant()).Append("\n\n").Append(PlainText.Of(synopsis)).Append('\n');
        foreach (Section section in page.Root.Sections.Skip(1))
        {
            Append(text, page, section, section.Title.ToUpperInvariant());
            foreach (Section item in section.Sections)
            {
                Append(text, page, item, item.Title);
            }
        }
        return text.ToString();
    }

    private static void Append(StringBuilder text, Page page, Section section, string title)
    {
        text.Append('\n').Append(title).Append('\n');
        foreach (Block block in section.Blocks)
        {
            text.Append('\n');
            foreach (string line in Lines(page, block))
            {
                text.Append(line).Append('\n');
            }
        }
    }

    private static IEnumerable<string> Lines(Page page, Block block) => block switch
    {
        Table table => PlainText.Lines(table).Select(line => Indent + line),
        FencedCodeBlock code => PlainText.Of(code).Split('\n').Select(line => (Indent + line).TrimEnd()),
        ListBlock => page.Paragraphs([block]).SelectMany(item => Wrap(item, new string(' ', item.IndexOf(' ') + 1))),
        _ => page.Paragraphs([block]).SelectMany(paragraph => Wrap(paragraph, "")),
    };

    private static IEnumerable<string> Wrap(string paragraph, string hang)
    {
        var line = new StringBuilder();
        foreach (string word in paragraph.Split(' '))
        {
            if (line.Length > hang.Length && line.Length + 1 + word.Length > Width)
            {
                yield return line.ToString();
                line.Clear().Append(hang).Append(word);
            }
            else
            {
                line.Append(line.Length > 0 ? " " : "").Append(word);
            }
        }
        yield return line.ToString();
    }
}
