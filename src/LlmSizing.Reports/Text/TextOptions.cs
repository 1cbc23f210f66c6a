using System;
using System.Linq;

namespace LlmSizing;

/// <summary>Options side by side; more than the page is wide go on in a further table.</summary>
internal static class TextOptions
{
    private const int OptionsPerTable = 4;

    public static void Write(TextPage page, OptionComparison comparison)
    {
        Texts texts = comparison.Texts;
        page.Banner(texts.Get("report.comparison.title"));
        page.Line();
        for (int i = 0; i < comparison.Results.Count; i++)
        {
            page.Item("  ", $"{comparison.Names[i]}: {OptionText.Describe(comparison.Results[i], texts)}", 4);
        }
        page.Line();
        ComparisonRow[] rows = [.. comparison.Rows];
        for (int first = 0; first < comparison.Names.Count; first += OptionsPerTable)
        {
            int count = Math.Min(OptionsPerTable, comparison.Names.Count - first);
            var table = new TextTable(
                [new(texts.Get("report.comparison.metric")), .. comparison.Names.Skip(first).Take(count).Select(name => new TextColumn(Printable.Of(name), isNumber: true))]);
            foreach (ComparisonRow row in rows)
            {
                table.Add([texts.Get($"metric.{row.Metric}.title"), .. row.Options.Skip(first).Take(count).Select(cell => cell.ToString())]);
            }
            table.Write(page);
            page.Line();
        }
        page.Prose("  ", OptionText.Legend(comparison), 2);
        page.Line();
        page.Banner(texts.Get("report.comparison.end"));
    }
}
