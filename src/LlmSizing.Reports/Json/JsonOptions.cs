using System.IO;
using System.Linq;

namespace LlmSizing;

/// <summary>Options side by side for programs; module/schema/comparison.schema.json describes it.</summary>
internal static class JsonOptions
{
    public static void Write(OptionComparison comparison, TextWriter writer, bool isOnOneLine = false)
    {
        using var json = new JsonPage(isOnOneLine);
        json.Object("root", () =>
        {
            json.Number("schema_version", JsonReportFormat.SchemaVersion);
            json.Text("culture", comparison.Texts.Culture);
            json.Text("baseline", comparison.Names[comparison.Baseline]);
            json.Objects("options", comparison.Results.Select((result, i) => (result, Name: comparison.Names[i])), option => WriteOption(json, option.result, option.Name));
            json.Objects("metrics", comparison.Rows, row => WriteRow(json, row, comparison.Texts));
        });
        writer.Write(json.ToString());
    }

    private static void WriteOption(JsonPage json, ScenarioResult result, string name)
    {
        json.Text("name", name);
        json.Text("model", result.Model);
        json.Text("server", result.Server);
        json.Text("storage", result.Storage);
        json.Text("scenario", result.Scenario);
        json.Number("concurrency", result.Concurrency);
        json.Number("effective_context", result.EffectiveContext);
        json.Text("kv_precision", result.KvPrecision);
        json.Text("engine", result.Engine);
        json.Text("placement", result.Placement);
        json.Flag("feasible", result.Feasible);
    }

    private static void WriteRow(JsonPage json, ComparisonRow row, Texts texts)
    {
        json.Text("name", row.Metric);
        json.Text("title", texts.Get($"metric.{row.Metric}.title"));
        json.Text("unit", row.Unit);
        json.Text("better", OptionText.Preference(row.Preference));
        json.Objects("options", row.Options, cell =>
        {
            json.Text("name", cell.Option);
            json.AnyOrNull("value", cell.Value);
            json.Number("bytes", cell.Bytes);
            json.Text("display", cell.Display);
            json.Number("difference_percent", cell.DifferencePercent);
            json.Flag("is_better", cell.IsBetter);
        });
    }
}
