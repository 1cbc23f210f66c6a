using System.IO;
using System.Linq;
using System.Management.Automation;

namespace LlmSizing.Commands;

/// <summary>Writes one report of all the results to a file: whole, or not at all.</summary>
[Cmdlet(VerbsData.Export, "SizingReport", DefaultParameterSetName = "Path", SupportsShouldProcess = true)]
[OutputType(typeof(FileInfo))]
public sealed class ExportSizingReportCommand : ReportCommand
{
    private ReportFormat format = null!;
    private string target = "";

    /// <summary>The file; its extension chooses the format. Wildcards must name one existing file.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "Path")]
    [ValidateNotNullOrEmpty]
    public string Path { get; set; } = "";

    /// <summary>The file, taken as it stands: brackets are brackets.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "LiteralPath")]
    [Alias("PSPath")]
    [ValidateNotNullOrEmpty]
    public string LiteralPath { get; set; } = "";

    /// <summary>The format, where the extension should not choose it.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ReportFormatCompleter))]
    [ValidateNotNullOrEmpty]
    public string? As { get; set; }

    /// <summary>Replaces a read-only file too.</summary>
    [Parameter]
    public SwitchParameter Force { get; set; }

    /// <summary>Leaves an existing file alone and writes an error.</summary>
    [Parameter]
    public SwitchParameter NoClobber { get; set; }

    /// <summary>Writes the file's <see cref="FileInfo"/>.</summary>
    [Parameter]
    public SwitchParameter PassThru { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        bool literal = ParameterSetName == "LiteralPath";
        target = ReportPath.Resolve(this, literal ? LiteralPath : Path, literal);
        format = As is not null ? FindFormat(As) : FormatOfExtension();
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (HasReport && ShouldProcess(target, "Export-SizingReport"))
        {
            WholeFile.Write(this, target, Force, NoClobber, PassThru, writer => Write(format, writer));
        }
    }

    private ReportFormat FormatOfExtension()
    {
        if (ReportFormatList.FindByExtension(System.IO.Path.GetExtension(target)) is not ReportFormat found)
        {
            ThrowTerminatingError(Errors.FormatNotKnown(target, ReportFormatList.All.SelectMany(known => known.Extensions)));
            throw new PipelineStoppedException();
        }
        return Joinable(found);
    }
}
