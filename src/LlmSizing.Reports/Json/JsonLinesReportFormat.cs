using System;
using System.IO;

namespace LlmSizing;

/// <summary>JSON Lines (jsonlines.org): a line for each sizing, each fleet and each simulation, as the Json report has it in its list, with version and culture in front.</summary>
public sealed class JsonLinesReportFormat : LineReportFormat
{
    /// <summary>Creates the format.</summary>
    public JsonLinesReportFormat()
        : base("JsonLines", ".jsonl", ".ndjson")
    {
    }

    /// <summary>The comparison on one line.</summary>
    public override void Write(OptionComparison comparison, TextWriter writer)
    {
        JsonOptions.Write(comparison, writer, isOnOneLine: true);
        writer.Write('\n');
    }

    /// <summary>Nothing: every line says what it is.</summary>
    public override void WriteHead(TextWriter writer)
    {
    }

    /// <summary>Writes the lines. Each ends with a line feed, the last one too, as readers that append and join expect.</summary>
    public override void WriteLines(SizingReport report, TextWriter writer)
    {
        foreach (Sizing sizing in report.Sizings)
        {
            WriteLine(report, writer, json => JsonSizing.Write(json, sizing, report.Texts));
        }
        foreach (FleetResult fleet in report.Fleets)
        {
            WriteLine(report, writer, json => json.Object("fleet", () => JsonFleet.Write(json, fleet, report.Texts)));
        }
        foreach (SimulationResult simulation in report.Simulations)
        {
            WriteLine(report, writer, json => json.Object("simulation", () => JsonSimulation.Write(json, simulation)));
        }
    }

    private static void WriteLine(SizingReport report, TextWriter writer, Action<JsonPage> members)
    {
        using var json = new JsonPage(isOnOneLine: true);
        json.Object("root", () =>
        {
            json.Number("schema_version", JsonReportFormat.SchemaVersion);
            json.Text("culture", report.Texts.Culture);
            members(json);
        });
        writer.Write(json.ToString());
        writer.Write('\n');
    }
}
