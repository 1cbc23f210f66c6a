using System.Collections.Generic;

namespace LlmSizing;

/// <summary>The rows of a fleet under the columns of a sizing: those of the whole without a model, those of a pool with its model, those of a workload with its own columns.</summary>
internal static class CsvFleet
{
    public static IEnumerable<string[]> Rows(FleetResult fleet, Texts texts)
    {
        foreach (FleetFigure figure in FleetFigures.Of(fleet, texts))
        {
            yield return
            [
                "", fleet.Server, "", NumberText.Plain(fleet.Concurrency), "", "", fleet.Scenario, "", fleet.HaMode, "", "", Flag(fleet.Feasible),
                "fleet_" + figure.Id, RoundTrip.Of(figure.Value) ?? "", figure.Unit, "", figure.Display,
            ];
        }
        foreach (FleetPool pool in fleet.Pools)
        {
            yield return
            [
                pool.Model, fleet.Server, "", "", "", pool.KvPrecision, fleet.Scenario, "", fleet.HaMode, "", "", Flag(pool.Feasible),
                "pool_replicas", RoundTrip.Of(pool.Replicas) ?? "", "replicas", "", Comparison.Nodes(pool.Replicas, texts),
            ];
            foreach (FleetLoad load in pool.Loads)
            {
                yield return Row(load, fleet.HaMode, texts);
            }
        }
    }

    private static string[] Row(FleetLoad load, string haMode, Texts texts)
    {
        ScenarioResult result = load.Result;
        return
        [
            result.Model, result.Server, result.Storage ?? "", NumberText.Plain(result.Concurrency), NumberText.Plain(result.EffectiveContext), result.KvPrecision,
            result.Scenario, NumberText.AsWritten(result.PeakHeadroomRatio), haMode, NumberText.AsWritten(result.KvBudgetRatio),
            NumberText.AsWritten(result.RuntimeOverheadGib), Flag(result.Feasible),
            "workload_nodes_alone", RoundTrip.Of(result.NodesFinal) ?? "", "nodes", "", $"{FleetTables.Name(load)}: {Comparison.Nodes(result.NodesFinal, texts)}",
        ];
    }

    private static string Flag(bool value) => value ? "true" : "false";
}
