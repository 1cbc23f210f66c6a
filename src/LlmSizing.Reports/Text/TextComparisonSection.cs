using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>The sizings side by side.</summary>
internal static class TextComparisonSection
{
    public static void Write(TextPage page, string number, SizingReport report)
    {
        Texts texts = report.Texts;
        IReadOnlyList<ComparisonColumn> columns = Comparison.Columns(report);
        IReadOnlyList<string> scenarios = report.ScenarioNames();
        string title = texts.Format("report.section.comparison", _ => NumberText.Grouped(report.Sizings.Count));
        page.Box(SizingTitle.Section(number, title, texts));

        var table = new TextTable(
        [
            new("#", isNumber: true),
            .. columns.Select(column => new TextColumn(column.Title, column.IsNumber)),
            new(texts.Get("report.column.nodes")),
            new(texts.Get("report.column.alerts"), isNumber: true),
        ]);
        for (int i = 0; i < report.Sizings.Count; i++)
        {
            Sizing sizing = report.Sizings[i];
            table.Add(
            [
                NumberText.Plain(i + 1),
                .. columns.Select(column => column.Cell(sizing)),
                string.Join(" / ", scenarios.Select(scenario => Comparison.Nodes(sizing, scenario, texts))),
                NumberText.Plain(sizing.SevereAlerts.Count()),
            ]);
        }
        table.Write(page);
        page.Line();
        page.Prose("  ", texts.Format("report.nodes.legend", _ => ScenarioTitle.Joined(scenarios, texts, " / ")), 2);
        page.Line();
    }
}
