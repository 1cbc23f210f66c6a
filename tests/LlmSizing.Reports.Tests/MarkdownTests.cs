using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Xunit;

namespace LlmSizing.Reports.Tests;

public class MarkdownTests
{
    // What code hosts have beyond CommonMark; a cell beyond the header's is an error here, where a host drops it silently.
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables().UseAutoLinks().UseEmphasisExtras(EmphasisExtraOptions.Strikethrough).UseMathematics().UseGenericAttributes().Build();

    [Theory]
    [MemberData(nameof(Cases.Names), MemberType = typeof(Cases))]
    public void Every_table_has_as_many_cells_in_each_row_as_in_its_header(string name)
    {
        MarkdownDocument document = Parse(Cases.Named(name), Cases.Seed);
        Table[] tables = [.. document.Descendants<Table>()];
        Assert.True(tables.Length >= 13);
        Assert.All(tables, table => Assert.All(table.Cast<TableRow>(), row => Assert.Equal(((TableRow)table[0]).Count, row.Count)));
    }

    [Theory]
    [MemberData(nameof(Cases.Names), MemberType = typeof(Cases))]
    public void Nothing_becomes_a_link_an_image_emphasis_code_or_html(string name)
    {
        MarkdownDocument document = Parse(Cases.Named(name));
        Assert.Empty(document.Descendants<LinkInline>());
        Assert.Empty(document.Descendants<AutolinkInline>());
        Assert.Empty(document.Descendants<HtmlInline>());
        Assert.Empty(document.Descendants<EmphasisInline>());
        Assert.Empty(document.Descendants<CodeInline>());
        Assert.Empty(document.Descendants<QuoteBlock>());
        Assert.All(document.Descendants<HtmlBlock>(), block => Assert.Matches("^(<details>\n<summary>[^<>]*</summary>|</details>)$", block.Lines.ToString()));
    }

    [Fact]
    public void A_hostile_name_reads_as_it_was_written_but_for_what_cannot_be_shown()
    {
        string shown = Regex.Replace(Cases.HostileName, "[\u001b\r\n\u202e\ud800]", "\ufffd");
        Table model = Parse(Cases.Hostile).Descendants<Table>().ElementAt(1);
        Assert.Equal(shown, Text(model.Cast<TableRow>().ElementAt(1).Cast<TableCell>().Last()));
    }

    [Fact]
    public void The_summary_comes_first_and_answers_with_the_nodes()
    {
        MarkdownDocument document = Parse(Cases.Seed);
        Table summary = document.Descendants<Table>().First();
        Assert.Equal(
            ["MINIMUM|1,137|1|1|1|0", "RECOMMENDED|1,137|1|1|2|0", "IDEAL|1,056|1|1|3|0"],
            summary.Cast<TableRow>().Skip(1).Select(row => string.Join("|", row.Cast<TableCell>().Select(Text))));
    }

    [Fact]
    public void Several_sizings_are_compared_in_the_first_table()
    {
        Table comparison = Parse(Cases.Seed, Cases.NothingLeft).Descendants<Table>().First();
        Assert.Equal(
            ["#|Model|Server|Sessions|Context|KV|Overhead (GiB)|MINIMUM|RECOMMENDED|IDEAL|Alerts", "1|opt-oss-20b|dgx-b200|500|65,536|fp8|-|1|2|3|0", "2|opt-oss-20b|dgx-b200|500|131,072|bf16|1500|n/a|n/a|n/a|3"],
            comparison.Cast<TableRow>().Select(row => string.Join("|", row.Cast<TableCell>().Select(Text))));
    }

    [Fact]
    public void Alerts_of_every_severity_and_the_whole_dictionary_are_there()
    {
        string report = Sample.Write("Markdown", "pt-BR", Cases.Mixed);
        Assert.All(["| CRÍTICO | overhead_below_weights |", "| AVISO | long_context |", "| INFORMAÇÃO | no_redundancy |"], row => Assert.Contains(row, report, StringComparison.Ordinal));
        Assert.All(Words.Parameters("pt-BR"), parameter => Assert.Contains($"<summary>{parameter.Name}</summary>", report, StringComparison.Ordinal));
        Assert.Equal(Regex.Count(report, "<details>"), Regex.Count(report, "</details>"));
    }

    private static MarkdownDocument Parse(params SizingRequest[] requests) => Markdown.Parse(Sample.Write("Markdown", "en-US", requests), Pipeline);

    private static string Text(TableCell cell) => string.Concat(Literals(cell));

    private static IEnumerable<string> Literals(TableCell cell) => cell.Descendants<LeafInline>().Select(inline => inline switch
    {
        HtmlEntityInline entity => entity.Transcoded.ToString(),
        LiteralInline literal => literal.Content.ToString(),
        _ => inline.GetType().Name,
    });
}
