using System;
using System.Collections.Concurrent;
using System.Management.Automation;
using System.Threading;

namespace LlmSizing.Commands;

/// <summary>Makes models of what people have: a config.json, a folder with safetensors files, a repository of the hub.</summary>
[Cmdlet(VerbsData.Import, "LlmModel", DefaultParameterSetName = "Path")]
[OutputType(typeof(Model))]
public sealed class ImportLlmModelCommand : PSCmdlet, IDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentQueue<string> log = new();

    /// <summary>Files or folders; wildcards are resolved.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ParameterSetName = "Path")]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <summary>Files or folders, taken as they stand: brackets are brackets.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "LiteralPath")]
    [Alias("PSPath", "FullName")]
    [ValidateNotNullOrEmpty]
    public string[] LiteralPath { get; set; } = [];

    /// <summary>Models of the hub by their ids. Nothing goes over the network without it.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "Repository")]
    [ValidateNotNullOrEmpty]
    public string[] Repository { get; set; } = [];

    /// <summary>A branch, a tag or a commit.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = "Repository")]
    [ValidateNotNullOrEmpty]
    public string Revision { get; set; } = "main";

    /// <summary>Seconds that one answer of the hub may take.</summary>
    [Parameter(ParameterSetName = "Repository")]
    [TimeoutSeconds]
    public decimal Timeout { get; set; } = 30;

    /// <summary>Looks in the local cache only.</summary>
    [Parameter(ParameterSetName = "Repository")]
    public SwitchParameter Offline { get; set; }

    /// <summary>The model's name, where that of the folder, the file or the repository should not be it.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? Name { get; set; }

    /// <inheritdoc/>
    public void Dispose() => stop.Dispose();

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        foreach (string repository in Repository)
        {
            Import(repository, () => ModelImporter.ImportRepository(repository, Revision, HubOptions.FromEnvironment(TimeSpan.FromSeconds((double)Timeout), Offline, log.Enqueue), Name, stop.Token));
        }
        foreach (string path in InputPath.Resolve(this, Path, LiteralPath))
        {
            Import(path, () => ModelImporter.ImportPath(path, Name));
        }
    }

    /// <inheritdoc/>
    protected override void StopProcessing() => stop.Cancel();

    private void Import(string origin, Func<Model> import)
    {
        try
        {
            WriteObject(import());
        }
        catch (OperationCanceledException)
        {
            throw new PipelineStoppedException();
        }
        catch (ImportException error)
        {
            WriteError(Errors.CannotImport(origin, error));
        }
        finally
        {
            // The answers come on other threads, which may not write to a pipeline.
            while (!stop.IsCancellationRequested && log.TryDequeue(out string? line))
            {
                WriteVerbose(line);
            }
        }
    }
}
