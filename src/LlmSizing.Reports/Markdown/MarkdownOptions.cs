using System.Linq;

namespace LlmSizing;

/// <summary>Options side by side.</summary>
internal static class MarkdownOptions
{
    public static void Write(MarkdownPage page, OptionComparison comparison)
    {
        Texts texts = comparison.Texts;
        page.Heading(1, texts.Get("report.comparison.title"));
        page.List(comparison.Results.Select((result, i) => $"{comparison.Names[i]}: {OptionText.Describe(result, texts)}"));
        page.Table(
            [new(texts.Get("report.comparison.metric")), .. comparison.Names.Select(name => new TextColumn(name, isNumber: true))],
            comparison.Rows.Select(row => (System.Collections.Generic.IReadOnlyList<string>)
                [texts.Get($"metric.{row.Metric}.title"), .. row.Options.Select(cell => cell.ToString())]));
        page.Paragraph(OptionText.Legend(comparison));
    }
}
