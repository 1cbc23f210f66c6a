using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;

namespace LlmSizing.Commands;

/// <summary>A cmdlet that collects results and writes one report of them at the end.</summary>
public abstract class ReportCommand : PSCmdlet
{
    private readonly List<ScenarioResult> results = [];
    private string? culture;

    /// <summary>Results of Invoke-LlmSizing.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    public ScenarioResult[] InputObject { get; set; } = [];

    /// <summary>The language of the report; that of the session when left out.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(CultureCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Culture { get; set; }

    /// <summary>Whether there is anything to report.</summary>
    private protected bool HasResults => results.Count > 0;

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
        return format;
    }

    /// <summary>Writes the report.</summary>
    private protected void Write(ReportFormat format, TextWriter writer) =>
        format.Write(new SizingReport(results, CatalogStore.Library.GetTexts(culture), CatalogStore.Library.GetParameters(culture)), writer);
}
