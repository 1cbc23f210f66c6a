using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>What tells the sizings of a report apart, as columns of a table.</summary>
internal static class Comparison
{
    /// <summary>The question's columns: those that every report has, and those in which the sizings differ.</summary>
    public static IReadOnlyList<ComparisonColumn> Columns(SizingReport report)
    {
        Texts texts = report.Texts;
        List<ComparisonColumn> columns =
        [
            new(texts.Get("report.column.model"), sizing => sizing.Request.Model.Name),
            new(texts.Get("report.column.server"), sizing => sizing.Request.Server.Name),
            new(texts.Get("report.column.concurrency"), sizing => NumberText.Grouped(sizing.Request.Requirements.Concurrency), isNumber: true),
            new(texts.Get("report.column.context"), sizing => NumberText.Grouped(sizing.Request.KvCache.EffectiveContext), isNumber: true),
            new(texts.Get("report.column.kv_precision"), sizing => sizing.Request.KvCache.Precision.Name),
        ];
        ComparisonColumn[] optional =
        [
            new(texts.Get("report.label.workload"), sizing => sizing.Request.Workload ?? Nothing),
            new(texts.Get("report.column.storage"), sizing => sizing.Request.Storage?.Name ?? Nothing),
            new(texts.Get("report.column.placement"), sizing => sizing.Request.Plan?.Placement.ToString() ?? Nothing),
            new(texts.Get("report.column.engine"), sizing => sizing.Request.Plan?.Deployment.ToString() ?? Nothing),
            new(texts.Get("report.column.traffic"), sizing => sizing.Request.Traffic?.ToString() ?? Nothing),
            new(texts.Get("report.column.slo"), sizing => sizing.Request.Traffic is { Objective: { IsGiven: true } objective } ? objective.ToString() : Nothing),
            new(texts.Get("report.column.kv_budget_ratio"), sizing => Asked(sizing.Request.Requirements.KvBudgetRatio), isNumber: true),
            new(texts.Get("report.column.runtime_overhead_gib"), sizing => Asked(sizing.Request.Requirements.RuntimeOverheadGib), isNumber: true),
            new(texts.Get("report.column.peak_headroom_ratio"), sizing => Asked(sizing.Request.Requirements.PeakHeadroomRatio), isNumber: true),
        ];
        columns.AddRange(optional.Where(column => report.Sizings.Select(column.Cell).Distinct().Skip(1).Any()));
        return columns;
    }

    /// <summary>The nodes of a sizing in a scenario; a dash where it has no such scenario.</summary>
    public static string Nodes(Sizing sizing, string scenario, Texts texts)
    {
        ScenarioResult? result = sizing.Results.FirstOrDefault(candidate => candidate.Scenario == scenario);
        return result is null ? Nothing : Nodes(result.NodesFinal, texts);
    }

    /// <summary>A number of nodes, or the language's short word for none.</summary>
    public static string Nodes(long? nodes, Texts texts) => nodes is long count ? NumberText.Grouped(count) : texts.Get("report.nodes.none");

    private const string Nothing = "-";

    private static string Asked(decimal? value) => value is decimal given ? NumberText.AsWritten(given) : Nothing;
}

/// <summary>A column of the comparison.</summary>
internal sealed class ComparisonColumn
{
    public ComparisonColumn(string title, Func<Sizing, string> cell, bool isNumber = false)
    {
        Title = title;
        Cell = cell;
        IsNumber = isNumber;
    }

    public string Title { get; }

    public Func<Sizing, string> Cell { get; }

    public bool IsNumber { get; }
}
