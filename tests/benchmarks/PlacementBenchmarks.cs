using System.IO;
using System.Linq;

namespace LlmSizing.Benchmarks;

/// <summary>A search with times over every server of the catalog, against the same search by memory alone.</summary>
internal static class PlacementBenchmarks
{
    private const long Concurrency = 500;

    public static void Run(Table table)
    {
        Catalog catalog = new CatalogLibrary(Path.Combine(StagedModule.Folder, "catalogs")).Load([]);
        foreach (string name in new[] { "llama-3.1-70b", "deepseek-v3" })
        {
            Model model = catalog.FindModel(name)!;
            int batches = Search(catalog, model, new TimedLoad(2000, 500, catalog.Tunings));
            double timed = Measure.Nanoseconds(1, () => Search(catalog, model, new TimedLoad(2000, 500, catalog.Tunings)), runs: 5);
            double memory = Measure.Nanoseconds(1, () => Search(catalog, model, null), runs: 5);
            table.Add(new Row(
                $"{batches:#,0} placements and batches of {name} on {catalog.Servers.Count} servers", Measure.Text(timed / 1e6, "ms"), $"{Measure.Text(memory / 1e6, "ms")}, by memory alone",
                Measure.Times(timed / memory), "under 10 s", timed < 10e9));
        }
    }

    private static int Search(Catalog catalog, Model model, TimedLoad? timed)
    {
        var engine = EngineList.Find("vllm")!;
        var deployment = new Deployment(engine, null, Calibration.Resolve(catalog.Calibrations, engine, null));
        var search = new PlacementSearch(model, new Requirements(Concurrency, 2500), deployment, catalog.Scenarios[0], timed);
        return catalog.Servers.Sum(server => search.On(server).Count());
    }
}
