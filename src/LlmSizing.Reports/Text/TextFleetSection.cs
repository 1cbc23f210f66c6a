using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>A fleet: its nodes, what they draw and cost where that was asked, its pools, its workloads, how the nodes follow, and what can go wrong.</summary>
internal static class TextFleetSection
{
    public static void Write(TextPage page, string number, FleetResult fleet, Texts texts)
    {
        page.Box(SizingTitle.Section(number, SizingTitle.Of(fleet, texts), texts));
        WriteFigures(page, FleetFigures.Inputs(fleet, texts));
        WriteFigures(page, FleetFigures.Of(fleet, texts));
        WriteTable(page, FleetTables.PoolColumns(texts), FleetTables.Pools(fleet, texts));
        WriteTable(page, FleetTables.WorkloadColumns(texts), FleetTables.Workloads(fleet, texts));
        page.Item("▸ ", $"{texts.Get("metric.nodes_final.title")}: {Comparison.Nodes(fleet.NodesFinal, texts)}", 4);
        page.Line();
        TextRationale.Write(page, fleet.Describe(texts), texts);
        foreach (FleetPool pool in fleet.Pools)
        {
            page.Item("▸ ", $"{texts.Get("report.fleet.replicas")}, {pool.Model}: {Comparison.Nodes(pool.Replicas, texts)}", 4);
            page.Line();
            TextRationale.Write(page, pool.Describe(texts), texts);
        }
        foreach (FleetAlert item in FleetAlerts.Of(fleet, texts).Where(item => item.Alert.Severity >= AlertSeverity.Warning))
        {
            page.Item("▸ ", $"{AlertText.Severity(item.Alert, texts)}: {item.Alert.Code} ({string.Join(", ", item.Workloads)})", 4);
            page.Prose("  ", item.Alert.Message, 2);
            page.Prose("  ", $"{texts.Get("report.alerts.action")}: {item.Alert.Action}", 2);
            page.Line();
        }
    }

    private static void WriteFigures(TextPage page, IEnumerable<FleetFigure> figures)
    {
        foreach (FleetFigure figure in figures)
        {
            page.Item("  ", $"{figure.Label}: {figure.Display}", 4);
        }
        page.Line();
    }

    private static void WriteTable(TextPage page, IReadOnlyList<TextColumn> columns, IEnumerable<string[]> rows)
    {
        var table = new TextTable(columns);
        foreach (string[] row in rows)
        {
            table.Add(row);
        }
        table.Write(page);
        page.Line();
    }
}
