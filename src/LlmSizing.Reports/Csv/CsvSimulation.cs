using System.Collections.Generic;

namespace LlmSizing;

/// <summary>The rows of a simulation under the columns of a sizing; its scenario is <c>simulation</c>, and what it was not asked is empty.</summary>
internal static class CsvSimulation
{
    public static IEnumerable<string[]> Rows(SimulationResult result)
    {
        foreach (SimulationFigure figure in SimulationFigures.Of(result))
        {
            yield return Row(result, figure.Id, figure);
        }
        foreach ((string id, SimulatedLatency latency) in SimulationFigures.Latencies(result))
        {
            foreach (SimulationFigure figure in SimulationFigures.Of(latency))
            {
                yield return Row(result, $"{id}_{figure.Id}_ms", figure);
            }
        }
    }

    private static string[] Row(SimulationResult result, string metric, SimulationFigure figure) =>
    [
        result.Model, result.Server, "", result.Request.Load.Concurrency is long users ? NumberText.Plain(users) : "",
        NumberText.Plain(result.Request.Plan.Cache.EffectiveContext), result.Request.Plan.Cache.Precision.Name,
        "simulation", "", "", "", "", "true",
        metric, RoundTrip.Of(figure.Value) ?? "", figure.Unit, "", figure.Display,
    ];
}
