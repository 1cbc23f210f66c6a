using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace LlmSizing.Benchmarks;

/// <summary>What words cost, once somebody asks for them.</summary>
internal static class ReportBenchmarks
{
    public static void Run(Table table)
    {
        var library = new CatalogLibrary(Path.Combine(StagedModule.Folder, "catalogs"));
        Texts texts = library.GetTexts("pt-BR");
        IReadOnlyList<SizingParameter> parameters = library.GetParameters("pt-BR");

        double made = Measure.Nanoseconds(3, () => GC.KeepAlive(MakeResults(texts)));
        ScenarioResult result = MakeResults(texts)[1];
        double described = Measure.Nanoseconds(1, () => GC.KeepAlive((result.Metrics, result.Alerts)));
        table.Add(new Row(
            "A result described: 8 metrics, rationale, alerts", Measure.Text(described / 1e3, "us"), $"{Measure.Text(made, "ns")}, the result alone",
            Measure.Times(described / made), "at least 100x", described >= 100 * made));

        ReportFormat text = ReportFormatList.Find("Text")!;
        string expected = Write(text, texts, parameters);
        double report = Measure.Nanoseconds(1, () => GC.KeepAlive(Write(text, texts, parameters)));
        double floor = Measure.Nanoseconds(1, () => GC.KeepAlive(Copy(expected)));
        table.Add(new Row(
            "Text reports, sized and written, a second", Measure.Text(1e9 / report, "/s"), $"{Measure.Text(1e9 / floor, "/s")}, the same characters copied",
            Measure.Times(report / floor), "at least 1,000/s", 1e9 / report >= 1000));
    }

    private static ScenarioResult[] MakeResults(Texts texts) =>
        [.. Seed.Scenarios.Select(scenario => new ScenarioResult(Seed.Request, scenario, CapacityPlanner.Solve(Seed.Request, scenario), texts))];

    private static string Write(ReportFormat format, Texts texts, IReadOnlyList<SizingParameter> parameters)
    {
        using var writer = new StringWriter();
        format.Write(new SizingReport(MakeResults(texts), texts, parameters), writer);
        return writer.ToString();
    }

    private static string Copy(string text)
    {
        using var writer = new StringWriter();
        writer.Write(text);
        return writer.ToString();
    }
}
