using System;
using System.Collections.Generic;
using System.Linq;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace LlmSizing.Help;

/// <summary>
/// The page of a cmdlet: its name, the synopsis, then description, examples, parameters, inputs, outputs, notes and links, in that order.
/// The order says which is which; the words of the headings are the language's own.
/// </summary>
internal sealed class CommandPage
{
    private const int SectionCount = 7;

    private readonly Page page;

    /// <exception cref="PageException">The page is not shaped like that.</exception>
    internal CommandPage(Page page)
    {
        this.page = page;
        List<Section> sections = page.Root.Sections;
        if (sections.Count != SectionCount)
        {
            throw page.Wrong(page.Root.Line, $"a cmdlet's page has {SectionCount} sections (description, examples, parameters, inputs, outputs, notes, links); here are {sections.Count}.");
        }
        Synopsis = page.Paragraphs(page.Root.Blocks) is [var only] ? only : throw page.Wrong(page.Root.Line, "one paragraph, the synopsis, stands under the name.");
        Description = Text(sections[0]);
        Examples = Items(sections[1]).Select(ReadExample).ToList();
        Parameters = Items(sections[2]).Select(ReadParameter).ToList();
        Inputs = Items(sections[3]).Select(ReadTopic).ToList();
        Outputs = Items(sections[4]).Select(ReadTopic).ToList();
        Notes = Text(sections[5]);
        Links = ReadLinks(sections[6]);
    }

    internal string Name => page.Root.Title;

    internal string Path => page.Path;

    internal string Synopsis { get; }

    internal IReadOnlyList<string> Description { get; }

    internal IReadOnlyList<ExampleTopic> Examples { get; }

    /// <summary>The parameters, their names without the dash.</summary>
    internal IReadOnlyList<Topic> Parameters { get; }

    internal IReadOnlyList<Topic> Inputs { get; }

    internal IReadOnlyList<Topic> Outputs { get; }

    internal IReadOnlyList<string> Notes { get; }

    /// <summary>Words and address.</summary>
    internal IReadOnlyList<(string Words, string Address)> Links { get; }

    /// <summary>The headings of the sections, which are the same on every page of a language.</summary>
    internal IEnumerable<string> SectionTitles => page.Root.Sections.Select(section => section.Title);

    internal PageException Wrong(int line, string message) => page.Wrong(line, message);

    private IReadOnlyList<string> Text(Section section)
    {
        IReadOnlyList<string> paragraphs = page.Paragraphs(section.Blocks);
        return section.Sections.Count == 0 && paragraphs.Count > 0
            ? paragraphs
            : throw page.Wrong(section.Line, $"'{section.Title}' is text, without headings of its own.");
    }

    private List<Section> Items(Section section) => section.Blocks.Count == 0 && section.Sections.Count > 0
        ? section.Sections
        : throw page.Wrong(section.Line, $"'{section.Title}' is a list of '### ' items, with nothing before the first.");

    private Topic ReadTopic(Section section) => new(section.Title, section.Line, Text(section));

    private Topic ReadParameter(Section section) => section.Title.StartsWith('-')
        ? new Topic(section.Title[1..], section.Line, Text(section))
        : throw page.Wrong(section.Line, $"'{section.Title}' is not a parameter: write '### -Name'.");

    private ExampleTopic ReadExample(Section section)
    {
        if (Example.Of(section.Blocks) is not [Example { Output: not null } example])
        {
            throw page.Wrong(section.Line, "an example is one ```powershell fence, the ```text of its output right after it, and words.");
        }
        return new ExampleTopic(section.Title, example, page.Paragraphs(section.Blocks.Where(block => block is not FencedCodeBlock)));
    }

    private List<(string Words, string Address)> ReadLinks(Section section)
    {
        List<LinkInline> links = section.Blocks.SelectMany(block => block.Descendants<LinkInline>()).ToList();
        return links.Count > 0 && section.Blocks is [ListBlock]
            ? links.ConvertAll(link => (string.Concat(link.OfType<LiteralInline>()), link.Url ?? ""))
            : throw page.Wrong(section.Line, $"'{section.Title}' is a list of links.");
    }
}

/// <summary>A heading of the third level and its text.</summary>
internal sealed record Topic(string Title, int Line, IReadOnlyList<string> Text);

/// <summary>A heading of the third level, its command with the output, and its text.</summary>
internal sealed record ExampleTopic(string Title, Example Example, IReadOnlyList<string> Text);
