namespace LlmSizing;

/// <summary>A simulation: what was asked, its numbers, its latencies, and what was checked.</summary>
internal static class JsonSimulation
{
    public static void Write(JsonPage json, SimulationResult result)
    {
        json.Object("inputs", () =>
        {
            foreach (SimulationFigure figure in SimulationFigures.Inputs(result))
            {
                json.Any(figure.Id, figure.Value);
            }
        });
        json.Object("figures", () =>
        {
            foreach (SimulationFigure figure in SimulationFigures.Of(result))
            {
                json.Number(figure.Id, figure.Value);
            }
        });
        foreach ((string id, SimulatedLatency latency) in SimulationFigures.Latencies(result))
        {
            json.Object(id, () =>
            {
                json.Number("count", latency.Count);
                foreach (SimulationFigure figure in SimulationFigures.Of(latency))
                {
                    json.Number(figure.Id + "_ms", figure.Value);
                }
            });
        }
        json.Objects("checks", result.Checks, check =>
        {
            json.Text("name", check.Name);
            json.Number("counted", check.Counted);
            json.Number("expected", check.Expected);
        });
    }
}
