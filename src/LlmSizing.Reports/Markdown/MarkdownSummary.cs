using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>The tables that answer at a glance.</summary>
internal static class MarkdownSummary
{
    /// <summary>A sizing, one row for each scenario.</summary>
    public static void Write(MarkdownPage page, Sizing sizing, Texts texts) => page.Table(
    [
        new(texts.Get("report.column.scenario")),
        new(texts.Get("metric.sessions_per_node.title"), isNumber: true),
        new(texts.Get("metric.nodes_capacity.title"), isNumber: true),
        new(texts.Get("metric.nodes_with_headroom.title"), isNumber: true),
        new(texts.Get("metric.nodes_final.title"), isNumber: true),
        new(texts.Get("report.column.alerts"), isNumber: true),
    ],
    sizing.Results.Select(result => new[]
    {
        ScenarioTitle.Of(result.Scenario, texts),
        NumberText.Grouped(result.SessionsPerNode),
        Comparison.Nodes(result.NodesCapacity, texts),
        Comparison.Nodes(result.NodesWithHeadroom, texts),
        Comparison.Nodes(result.NodesFinal, texts),
        NumberText.Plain(sizing.SevereAlerts.Count(item => item.Scenarios.Contains(result.Scenario))),
    }));

    /// <summary>Several sizings, one row each, with a column of nodes for each scenario.</summary>
    public static void WriteComparison(MarkdownPage page, SizingReport report)
    {
        Texts texts = report.Texts;
        IReadOnlyList<ComparisonColumn> columns = Comparison.Columns(report);
        IReadOnlyList<string> scenarios = report.ScenarioNames();
        page.Table(
        [
            new("#", isNumber: true),
            .. columns.Select(column => new TextColumn(column.Title, column.IsNumber)),
            .. scenarios.Select(scenario => new TextColumn(ScenarioTitle.Of(scenario, texts), isNumber: true)),
            new(texts.Get("report.column.alerts"), isNumber: true),
        ],
        report.Sizings.Select((sizing, i) => (IReadOnlyList<string>)
        [
            NumberText.Plain(i + 1),
            .. columns.Select(column => column.Cell(sizing)),
            .. scenarios.Select(scenario => Comparison.Nodes(sizing, scenario, texts)),
            NumberText.Plain(sizing.SevereAlerts.Count()),
        ]));
        page.Paragraph(texts.Format("report.nodes.legend", _ => ScenarioTitle.Joined(scenarios, texts, " / ")));
    }
}
