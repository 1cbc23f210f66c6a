using System.Collections.Generic;
using System.Globalization;
using System.IO;
using System.Linq;
using System.Management.Automation;

namespace LlmSizing.Commands;

/// <summary>Puts results side by side: metrics as rows, options as columns, differences against one of them, the better marked.</summary>
[Cmdlet(VerbsData.Compare, "LlmSizing")]
[OutputType(typeof(PSObject), typeof(string))]
public sealed class CompareLlmSizingCommand : PSCmdlet
{
    private readonly List<ScenarioResult> results = [];
    private string? culture;

    /// <summary>Results of Invoke-LlmSizing.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [ScenarioResults]
    public ScenarioResult[] InputObject { get; set; } = [];

    /// <summary>The option that the others are held against: its position from 0, its name, or the result itself; the first when left out.</summary>
    [Parameter(Position = 0)]
    [ValidateNotNull]
    public object Baseline { get; set; } = 0;

    /// <summary>A name for each option, in their order; what differs between them when left out.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? Name { get; set; }

    /// <summary>A report in place of objects, in this format.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ReportFormatCompleter))]
    [ValidateNotNullOrEmpty]
    public string? As { get; set; }

    /// <summary>The language of what is shown; that of the session when left out.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(CultureCompleter))]
    [ValidateNotNullOrEmpty]
    public string? Culture { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        culture = CatalogStore.CultureOf(this, Culture);
        if (As is not null && ReportFormatList.Find(As) is null)
        {
            ThrowTerminatingError(Errors.FormatNotFound(As, ReportFormatList.All.Select(known => known.Name)));
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() => results.AddRange(InputObject);

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (results.Count == 0)
        {
            return;
        }
        IReadOnlyList<string> names = Name ?? OptionNames.Of(results);
        if (names.Count != results.Count || names.Distinct(System.StringComparer.OrdinalIgnoreCase).Count() != names.Count || names.Contains("Metric", System.StringComparer.OrdinalIgnoreCase))
        {
            ThrowTerminatingError(Errors.OptionNamesNotUsable(names, results.Count));
        }
        var comparison = new OptionComparison(results, names, FindBaseline(names), CatalogStore.Library.GetTexts(culture));
        if (As is not null && ReportFormatList.Find(As) is ReportFormat format)
        {
            using var writer = new StringWriter(CultureInfo.InvariantCulture);
            format.Write(comparison, writer);
            WriteObject(writer.ToString());
            return;
        }
        foreach (ComparisonRow row in comparison.Rows)
        {
            WriteObject(OptionColumns.Of(row));
        }
    }

    private int FindBaseline(IReadOnlyList<string> names)
    {
        object asked = Baseline is PSObject wrapped ? wrapped.BaseObject : Baseline;
        int found = asked switch
        {
            int position => position,
            ScenarioResult result => results.FindIndex(candidate => ReferenceEquals(candidate, result)),
            string name => names.ToList().FindIndex(candidate => string.Equals(candidate, name, System.StringComparison.OrdinalIgnoreCase)),
            _ => -1,
        };
        if (found < 0 || found >= results.Count)
        {
            ThrowTerminatingError(Errors.BaselineNotFound(asked, names));
        }
        return found;
    }
}
