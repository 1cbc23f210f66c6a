using System.Collections.Generic;
using System.IO;
using System.Management.Automation;

namespace LlmSizing.Commands;

/// <summary>Writes models as a catalog that reads back equal: into a file, whole or not at all, or as text to the pipeline.</summary>
[Cmdlet(VerbsData.Export, "LlmModel", DefaultParameterSetName = "Path", SupportsShouldProcess = true)]
[OutputType(typeof(string), typeof(FileInfo))]
public sealed class ExportLlmModelCommand : CatalogCommand
{
    private readonly List<Model> models = [];
    private string? target;

    /// <summary>The models.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [ArgumentCompleter(typeof(ModelCompleter))]
    public ModelReference[] Model { get; set; } = [];

    /// <summary>The file; without one the text is written to the pipeline. Wildcards must name one existing file.</summary>
    [Parameter(Position = 0, ParameterSetName = "Path")]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    /// <summary>The file, taken as it stands: brackets are brackets.</summary>
    [Parameter(Mandatory = true, ParameterSetName = "LiteralPath")]
    [Alias("PSPath")]
    [ValidateNotNullOrEmpty]
    public string? LiteralPath { get; set; }

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
        if ((LiteralPath ?? Path) is not string path)
        {
            return;
        }
        target = ReportPath.Resolve(this, path, LiteralPath is not null);
        string extension = System.IO.Path.GetExtension(target).ToLowerInvariant();
        if (extension is not ".yaml" and not ".yml")
        {
            ThrowTerminatingError(Errors.NotACatalogPath(target));
        }
    }

    /// <inheritdoc/>
    protected override void ProcessRecord() => models.AddRange(Resolve(Model));

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (models.Count == 0)
        {
            return;
        }
        string text = Text();
        if (target is null)
        {
            WriteObject(text);
        }
        else if (ShouldProcess(target, "Export-LlmModel"))
        {
            WholeFile.Write(this, target, Force, NoClobber, PassThru, writer => writer.Write(text));
        }
    }

    private string Text()
    {
        try
        {
            return CatalogWriter.Write(models);
        }
        catch (SizingException error)
        {
            ThrowTerminatingError(Errors.ModelNotWritten(error, models));
            throw;
        }
    }
}
