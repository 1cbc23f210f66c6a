using System.Collections.Generic;
using System.IO;
using System.Linq;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace LlmSizing.Help;

/// <summary>A Markdown page: one heading of the first level, sections of the second, items of the third.</summary>
internal sealed class Page
{
    private static readonly MarkdownPipeline Markdown = new MarkdownPipelineBuilder().UsePipeTables().Build();

    private Page(string path, Section root)
    {
        Path = path;
        Root = root;
    }

    internal string Path { get; }

    /// <summary>The page's title and the text before its first section.</summary>
    internal Section Root { get; }

    /// <exception cref="PageException">The headings are not one of the first level, then those of the second and third.</exception>
    internal static Page Read(string path)
    {
        RefuseControlCharacters(path);
        MarkdownDocument document = Parse(path);
        if (document.Descendants().FirstOrDefault(node => node is HtmlBlock or HtmlInline or LinkInline { IsImage: true }) is MarkdownObject strange)
        {
            throw new PageException(path, strange.Line + 1, "help cannot show HTML or pictures; write '<' inside `code`.");
        }
        if (document.FirstOrDefault() is not HeadingBlock { Level: 1 } title)
        {
            throw new PageException(path, 1, "a page begins with '# ' and its name.");
        }
        var root = new Section(PlainText.Of(title), title.Line + 1);
        var open = new List<Section> { root };
        foreach (Block block in document.Skip(1))
        {
            if (block is HeadingBlock heading)
            {
                Open(path, open, heading);
            }
            else
            {
                open[^1].Blocks.Add(block);
            }
        }
        return new Page(path, root);
    }

    /// <summary>The blocks of a Markdown file that need not be a help page.</summary>
    internal static MarkdownDocument Parse(string path) => Markdig.Markdown.Parse(File.ReadAllText(path), Markdown);

    /// <exception cref="PageException">The text is not made of what help can show.</exception>
    internal IReadOnlyList<string> Paragraphs(IEnumerable<Block> blocks) =>
        blocks.SelectMany(block => PlainText.Paragraphs(block) ?? throw Wrong(block.Line + 1, "help shows paragraphs and lists here, nothing else.")).ToList();

    internal PageException Wrong(int line, string message) => new(Path, line, message);

    // XML has no way to write them.
    private static void RefuseControlCharacters(string path)
    {
        foreach ((int index, string line) in File.ReadLines(path).Index())
        {
            if (line.Any(character => char.IsControl(character) && character != '\t'))
            {
                throw new PageException(path, index + 1, "the line holds a control character, such as the escape of a colour.");
            }
        }
    }

    private static void Open(string path, List<Section> open, HeadingBlock heading)
    {
        if (heading.Level is not (2 or 3) || heading.Level > open.Count + 1)
        {
            throw new PageException(path, heading.Line + 1, $"a heading of level {heading.Level} has no place here: sections are '## ', their items '### '.");
        }
        var section = new Section(PlainText.Of(heading), heading.Line + 1);
        open.RemoveRange(heading.Level - 1, open.Count - heading.Level + 1);
        open[^1].Sections.Add(section);
        open.Add(section);
    }
}
