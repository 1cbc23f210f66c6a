using System.Collections.Generic;

namespace LlmSizing.Benchmarks;

/// <summary>Uncertain loads: a hundred thousand draws, against drawing the numbers alone.</summary>
internal static class ChoosingBenchmarks
{
    private const int Draws = 100_000;

    private static readonly string[] Inputs =
        ["lognormal(500,0.3)", "uniform(4096,65536)", "triangular(0.6,0.7,0.8)", "normal(120,5)", "uniform(0.1,0.3)"];

    public static void Run(Table table)
    {
        var result = new ScenarioResult(Seed.Request, Seed.Scenarios[1], CapacityPlanner.Solve(Seed.Request, Seed.Scenarios[1]), new Texts("none", () => new Dictionary<string, string>()));
        var spread = new Dictionary<string, Distribution>();
        for (int i = 0; i < Inputs.Length; i++)
        {
            spread.Add(SizingInput.All[i].Id, Distribution.Parse(Inputs[i], SizingInput.All[i].Id));
        }
        var request = new UncertainRequest(result, null, spread);
        double drawn = Measure.Nanoseconds(Draws, () => request.Draw(Draws, 1));
        double numbers = Measure.Nanoseconds(Draws, () => Numbers(spread.Values));
        double seconds = drawn * Draws / 1e9;
        table.Add(new Row(
            "100,000 draws of five uncertain inputs", Measure.Text(seconds * 1000, "ms"), $"{Measure.Text(numbers * Draws / 1e6, "ms")}, the random numbers alone",
            Measure.Times(drawn / numbers), "under 2 s and 10x", seconds < 2 && drawn / numbers < 10));
    }

    private static double Numbers(IEnumerable<Distribution> distributions)
    {
        double sum = 0;
        foreach (Distribution distribution in distributions)
        {
            var random = new SeededRandom(1);
            for (int i = 0; i < Draws; i++)
            {
                sum += distribution.Sample(random);
            }
        }
        return sum;
    }
}
