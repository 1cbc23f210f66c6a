using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace LlmSizing.Benchmarks;

/// <summary>What words cost, once somebody asks for them.</summary>
internal static class ReportBenchmarks
{
    private const int Count = 20;

    public static void Run(Table table)
    {
        var library = new CatalogLibrary(Path.Combine(StagedModule.Folder, "catalogs"));
        Texts texts = library.GetTexts("pt-BR");
        IReadOnlyList<SizingParameter> parameters = library.GetParameters("pt-BR");

        double made = Measure.Nanoseconds(Count * 3, () => Repeat(() => MakeResults(texts)));
        ScenarioResult result = MakeResults(texts)[1];
        double described = Measure.Nanoseconds(Count, () => Repeat(() => result.Metrics.Count + result.Alerts.Count));
        table.Add(new Row(
            "A result described: 8 metrics, rationale, alerts", Measure.Text(described / 1e3, "us"), $"{Measure.Text(made, "ns")}, the result alone",
            Measure.Times(described / made), "", true));

        ReportFormat text = ReportFormatList.Find("Text")!;
        string expected = Write(text, texts, parameters);
        double report = Measure.Nanoseconds(Count, () => Repeat(() => Write(text, texts, parameters)));
        double floor = Measure.Nanoseconds(Count, () => Repeat(() => Copy(expected)));
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

    private static void Repeat<T>(Func<T> work)
    {
        T last = work();
        for (int i = 1; i < Count; i++)
        {
            last = work();
        }
        GC.KeepAlive(last);
    }
}
