using System;
using System.IO;
using System.Linq;
using System.Management.Automation;

namespace LlmSizing.Commands;

/// <summary>Reads an engine's start-up log and holds every quantity that it prints against its prediction.</summary>
[Cmdlet(VerbsData.Compare, "EngineLog", DefaultParameterSetName = LineSet)]
[OutputType(typeof(LogComparison))]
public sealed class CompareEngineLogCommand : CatalogCommand
{
    private const string LineSet = "Line";
    private const string PathSet = "Path";

    private readonly EngineLogReader piped = new();

    /// <summary>Log files; wildcards name several.</summary>
    [Parameter(Mandatory = true, Position = 0, ParameterSetName = PathSet, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "FullName")]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <summary>Lines of one log, from the pipeline.</summary>
    [Parameter(Mandatory = true, ParameterSetName = LineSet, ValueFromPipeline = true)]
    [AllowEmptyString]
    [AllowEmptyCollection]
    public string[] InputObject { get; set; } = [];

    /// <summary>The model, where the log does not name it or names it by a path.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ModelCompleter))]
    public ModelReference? Model { get; set; }

    /// <summary>The server, for the memory of its GPUs where the log does not state it.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(ServerCompleter))]
    public ServerReference? Server { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (ParameterSetName == LineSet)
        {
            foreach (string line in InputObject)
            {
                piped.Read(line);
            }
            return;
        }
        foreach (string path in LogFiles.Resolve(this, Path))
        {
            try
            {
                using var text = new StreamReader(path);
                Compare(LogLines.Parse(buffer => text.Read(buffer, 0, buffer.Length), () => Stopping), path);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                WriteError(Errors.LogNotRead(path, error));
            }
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (ParameterSetName == LineSet)
        {
            Compare(piped.Finish(), "The pipeline");
        }
    }

    private void Compare(EngineLog log, string source)
    {
        if (log.Engine is null || log.Observations.Count == 0)
        {
            WriteError(Errors.LogSaysNothing(source));
        }
        else if (EngineList.Find(log.Engine) is not Engine engine)
        {
            WriteError(Errors.LogEngineNotKnown(log.Engine, source));
        }
        else if (ModelOf(log, source) is Model model)
        {
            Write(log, engine, model);
        }
    }

    private void Write(EngineLog log, Engine engine, Model model)
    {
        try
        {
            Server? server = Server is null ? null : Resolve([Server]).FirstOrDefault();
            if (Server is null || server is not null)
            {
                WriteObject(LogComparison.Of(log, LogRun.From(log, engine, model, Calibration.Resolve(Catalog.Calibrations, engine, LogRun.VersionOf(log)), server is null ? null : GpuMemory.Of(server), server?.Gpu)), enumerateCollection: true);
            }
        }
        catch (SizingException error)
        {
            WriteError(Errors.CannotSize(error, log));
        }
    }

    private Model? ModelOf(EngineLog log, string source)
    {
        if (Model is not null)
        {
            return Resolve([Model]).FirstOrDefault();
        }
        string? name = log.Setting(LogSetting.Model);
        if (ModelSearch.Find(name, Catalog.Models) is not ModelMatch match)
        {
            WriteError(Errors.LogModelNotFound(name, source));
            return null;
        }
        WriteVerbose($"{name}: {match.Model.Name}, {match.How}");
        return LogModel.Of(match, log);
    }}
