using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace LlmSizing;

/// <summary>Blocks of Markdown with a blank line between them. Whatever is passed as text is escaped here.</summary>
internal sealed class MarkdownPage
{
    private readonly TextWriter writer;
    private bool started;

    public MarkdownPage(TextWriter writer) => this.writer = writer;

    public void Heading(int level, string text) => Block(new string('#', level) + " " + MarkdownText.Of(text));

    public void Paragraph(string text) => Block(MarkdownText.Of(text));

    public void List(IEnumerable<string> items) => Block([.. items.Select(item => "- " + MarkdownText.Of(item))]);

    /// <summary>Lines that are no prose, such as formulas.</summary>
    public void Code(IEnumerable<string> lines) => Block(["```text", .. lines.Select(Printable.Of), "```"]);

    /// <summary>A table; columns of numbers stand to the right.</summary>
    public void Table(IReadOnlyList<TextColumn> columns, IEnumerable<IReadOnlyList<string>> rows) => Block(
    [
        Row(columns.Select(column => column.Title)),
        "|" + string.Concat(columns.Select(column => column.IsNumber ? " ---: |" : " --- |")),
        .. rows.Select(Row),
    ]);

    /// <summary>Opens a part that a reader unfolds.</summary>
    public void OpenDetails(string summary) => Block("<details>", $"<summary>{MarkdownText.Html(summary)}</summary>");

    /// <summary>Closes what <see cref="OpenDetails"/> opened.</summary>
    public void CloseDetails() => Block("</details>");

    private void Block(params string[] lines)
    {
        if (started)
        {
            writer.Write("\n\n");
        }
        writer.Write(string.Join("\n", lines));
        started = true;
    }

    private static string Row(IEnumerable<string> cells) => "|" + string.Concat(cells.Select(cell => $" {MarkdownText.Of(cell)} |"));
}
