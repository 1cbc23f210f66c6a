using System.Globalization;
using System.IO;
using System.Management.Automation;

namespace LlmSizing.Commands;

/// <summary>Writes one report of all the results as a string, when the last has come.</summary>
[Cmdlet(VerbsCommon.Format, "SizingReport")]
[OutputType(typeof(string))]
public sealed class FormatSizingReportCommand : ReportCommand
{
    private ReportFormat format = null!;

    /// <summary>The format; Text when left out.</summary>
    [Parameter(Position = 0)]
    [ArgumentCompleter(typeof(ReportFormatCompleter))]
    [ValidateNotNullOrEmpty]
    public string As { get; set; } = "Text";

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        format = FindFormat(As);
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (HasReport)
        {
            using var writer = new StringWriter(CultureInfo.InvariantCulture);
            Write(format, writer);
            WriteObject(writer.ToString());
        }
    }
}
