using System.IO;

namespace LlmSizing;

/// <summary>The whole result for programs; module/schema/report.schema.json describes it.</summary>
public sealed class JsonReportFormat : ReportFormat
{
    /// <summary>The version of the layout: it changes when a member is renamed, removed or means something else.</summary>
    public const int SchemaVersion = 1;

    /// <summary>Creates the format.</summary>
    public JsonReportFormat()
        : base("Json", ".json")
    {
    }

    /// <inheritdoc/>
    public override void Write(SizingReport report, TextWriter writer)
    {
        using var json = new JsonPage();
        json.Object("root", () =>
        {
            json.Number("schema_version", SchemaVersion);
            json.Text("culture", report.Texts.Culture);
            json.Objects("sizings", report.Sizings, sizing => JsonSizing.Write(json, sizing, report.Texts));
            if (report.Fleets.Count > 0)
            {
                json.Objects("fleets", report.Fleets, fleet => JsonFleet.Write(json, fleet, report.Texts));
            }
            if (report.Simulations.Count > 0)
            {
                json.Objects("simulations", report.Simulations, simulation => JsonSimulation.Write(json, simulation));
            }
            json.Objects("dictionary", report.Parameters, parameter =>
            {
                json.Text("name", parameter.Name);
                json.Text("description", parameter.Description);
                json.Text("origin", parameter.Origin);
                json.Text("importance", parameter.Importance);
                json.Text("common_error", parameter.CommonError);
                json.Flag("in_report", parameter.InReport);
            });
        });
        writer.Write(json.ToString());
    }

    /// <inheritdoc/>
    public override void Write(OptionComparison comparison, TextWriter writer) => JsonOptions.Write(comparison, writer);
}
