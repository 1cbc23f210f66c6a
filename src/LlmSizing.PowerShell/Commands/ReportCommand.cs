using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;

namespace LlmSizing.Commands;

/// <summary>A cmdlet that collects results and writes one report of them at the end.</summary>
public abstract class ReportCommand : PSCmdlet
{
    private readonly List<ReportableResult> results = [];
    private string? culture;

    /// <summary>Results of Invoke-LlmSizing, Measure-LlmFleet and Invoke-LlmSimulation.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [ScenarioResults]
    public ReportableResult[] InputObject { get; set; } = [];

    /// <summary>The language of the report; that of the session when left out.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(CultureCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Culture { get; set; }

    /// <summary>The part of a grid whose report is to be a part of the whole's, such as '3/16'; a report of its own when left out.</summary>
    [Parameter]
    [Shard]
    public Shard? Shard { get; set; }

    /// <summary>Whether there is anything to report; an empty part is a report too, so that a missing file tells of a part that failed.</summary>
    private protected bool HasReport => results.Count > 0 || Shard is not null;

    /// <inheritdoc/>
    protected override void BeginProcessing() => culture = CatalogStore.CultureOf(this, Culture);

    /// <inheritdoc/>
    protected override void ProcessRecord() => results.AddRange(InputObject);

    /// <summary>The format of that name.</summary>
    private protected ReportFormat FindFormat(string name)
    {
        if (ReportFormatList.Find(name) is not ReportFormat format)
        {
            ThrowTerminatingError(Errors.FormatNotFound(name, ReportFormatList.All.Select(known => known.Name)));
            throw new PipelineStoppedException();
        }
        return Joinable(format);
    }

    /// <summary>The format, where parts of it make a whole or none are asked for.</summary>
    private protected ReportFormat Joinable(ReportFormat format)
    {
        if (Shard is not null && format is not LineReportFormat)
        {
            ThrowTerminatingError(Errors.FormatHasNoParts(format.Name, ReportFormatList.All.OfType<LineReportFormat>().Select(known => known.Name)));
        }
        return format;
    }

    /// <summary>Writes the report, or the part of one.</summary>
    private protected void Write(ReportFormat format, TextWriter writer)
    {
        if (Shard is { Number: 1 })
        {
            ((LineReportFormat)format).WriteHead(writer);
        }
        if (results.Count == 0)
        {
            return;
        }
        var report = new SizingReport(
            [.. results.OfType<ScenarioResult>()], CatalogStore.Library.GetTexts(culture), CatalogStore.Library.GetParameters(culture), [.. results.OfType<SimulationResult>()],
            [.. results.OfType<FleetResult>()]);
        if (Shard is null)
        {
            format.Write(report, writer);
        }
        else
        {
            ((LineReportFormat)format).WriteLines(report, writer);
        }
    }
}
