using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>The numbers of a fleet in the order of a report: its nodes, and what is asked of their operation.</summary>
internal static class FleetFigures
{
    /// <summary>What the fleet is for.</summary>
    public static IEnumerable<FleetFigure> Inputs(FleetResult fleet, Texts texts) =>
    [
        new("server", texts.Get("report.column.server"), "", fleet.Server, fleet.Server),
        new("scenario", texts.Get("report.column.scenario"), "", fleet.Scenario, ScenarioTitle.Of(fleet.Scenario, texts)),
        new("ha_mode", texts.Get("report.label.ha_mode"), "", fleet.HaMode, fleet.HaMode),
        Count("workloads", texts.Get("report.fleet.workloads"), "workloads", fleet.Workloads, texts),
        Count("concurrency", texts.Get("report.column.concurrency"), "sessions", fleet.Concurrency, texts),
    ];

    /// <summary>Nodes, GPUs, power, space and money.</summary>
    public static IEnumerable<FleetFigure> Of(FleetResult fleet, Texts texts) =>
    [
        Count("nodes_with_headroom", texts.Get("metric.nodes_with_headroom.title"), "nodes", fleet.NodesWithHeadroom, texts),
        Count("spare_nodes", texts.Get("report.fleet.spare_nodes"), "nodes", fleet.SpareNodes, texts),
        Count("nodes_final", texts.Get("metric.nodes_final.title"), "nodes", fleet.NodesFinal, texts),
        Count("nodes_apart", texts.Get("report.fleet.nodes_apart"), "nodes", fleet.NodesApart, texts),
        new("gpus", texts.Get("report.fleet.gpus"), "gpus", fleet.Gpus, fleet.Gpus is decimal gpus ? NumberText.Grouped(gpus, 0, 0) : texts.Get("report.nodes.none")),
        .. fleet.Operation is OperatedNodes nodes ? Operation(nodes, texts) : [],
    ];

    private static IEnumerable<FleetFigure> Operation(OperatedNodes nodes, Texts texts) => MetricList.All.OfType<FleetMetric>().Where(metric => metric.AppliesTo(nodes))
        .Select(metric => new FleetFigure(metric.Id, texts.Get($"metric.{metric.Id}.title"), metric.UnitOf(nodes), metric.Value(nodes), metric.Display(nodes, texts)));

    private static FleetFigure Count(string id, string label, string unit, long? value, Texts texts) => new(id, label, unit, value, Comparison.Nodes(value, texts));
}

/// <summary>One number or word of a fleet.</summary>
internal sealed class FleetFigure
{
    public FleetFigure(string id, string label, string unit, object? value, string display)
    {
        Id = id;
        Label = label;
        Unit = unit;
        Value = value;
        Display = display;
    }

    public string Id { get; }

    public string Label { get; }

    public string Unit { get; }

    /// <summary>A word, a number, or null where it is not known or there is none.</summary>
    public object? Value { get; }

    public string Display { get; }
}
