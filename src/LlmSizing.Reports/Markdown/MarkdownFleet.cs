using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>A fleet: numbers, pools, workloads, the rationale in parts that unfold, alerts of every severity.</summary>
internal static class MarkdownFleet
{
    public static void Write(MarkdownPage page, FleetResult fleet, Texts texts)
    {
        page.Heading(2, SizingTitle.Of(fleet, texts));
        page.List(FleetFigures.Inputs(fleet, texts).Concat(FleetFigures.Of(fleet, texts)).Select(figure => $"{figure.Label}: {figure.Display}"));
        page.Table(FleetTables.PoolColumns(texts), FleetTables.Pools(fleet, texts));
        page.Table(FleetTables.WorkloadColumns(texts), FleetTables.Workloads(fleet, texts));
        MarkdownRationale.Write(page, $"{texts.Get("metric.nodes_final.title")}: {Comparison.Nodes(fleet.NodesFinal, texts)}", fleet.Describe(texts));
        foreach (FleetPool pool in fleet.Pools)
        {
            MarkdownRationale.Write(page, $"{texts.Get("report.fleet.replicas")}, {pool.Model}: {Comparison.Nodes(pool.Replicas, texts)}", pool.Describe(texts));
        }
        IReadOnlyList<FleetAlert> alerts = [.. FleetAlerts.Of(fleet, texts)];
        if (alerts.Count > 0)
        {
            WriteAlerts(page, alerts, texts);
        }
    }

    private static void WriteAlerts(MarkdownPage page, IReadOnlyList<FleetAlert> alerts, Texts texts) => page.Table(
    [
        new(texts.Get("report.column.severity")), new(texts.Get("report.column.code")), new(texts.Get("report.column.message")),
        new(texts.Get("report.alerts.action")), new(texts.Get("report.fleet.workloads")),
    ],
    alerts.Select(item => new[] { AlertText.Severity(item.Alert, texts), item.Alert.Code, item.Alert.Message, item.Alert.Action, string.Join(", ", item.Workloads) }));
}
