using System;
using System.IO;
using System.Linq;
using System.Management.Automation;

namespace LlmSizing.Commands;

/// <summary>Reads an engine's start-up log and holds every quantity that it prints against its prediction.</summary>
[Cmdlet(VerbsData.Compare, "EngineLog", DefaultParameterSetName = LineSet)]
[OutputType(typeof(LogComparison), typeof(string))]
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

    /// <summary>Constants that are used in place of the engine's own, by name or object.</summary>
    [Parameter]
    [ArgumentCompleter(typeof(CalibrationCompleter))]
    public CalibrationReference? Calibration { get; set; }

    /// <summary>Writes the constants that the log shows, as a catalog that later runs take by name, in place of the comparison.</summary>
    [Parameter]
    public SwitchParameter Calibrate { get; set; }

    /// <summary>The name of the calibration that is written; the engine, the model and the placement when left out.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string? CalibrationName { get; set; }

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
            Calibration? asked = Calibration is null ? null : Calibration.Entry ?? Catalog.FindCalibration(Calibration.Name);
            if (Calibration is not null && !IsAsCopied(Calibration, asked))
            {
                return;
            }
            if (Calibration is not null && asked is null)
            {
                WriteError(Errors.CalibrationNotFound(Calibration.Name, Catalog.Calibrations.Select(one => one.Name), log));
            }
            else if (Server is null || server is not null)
            {
                Calibration? calibration = LlmSizing.Calibration.Resolve(Catalog.Calibrations, engine, LogRun.VersionOf(log), asked);
                Write(log, LogRun.From(log, engine, model, calibration, server is null ? null : GpuMemory.Of(server), server?.Gpu));
            }
        }
        catch (SizingException error)
        {
            WriteError(Errors.CannotSize(error, log));
        }
    }

    private void Write(EngineLog log, LogRun run)
    {
        if (!Calibrate)
        {
            WriteObject(LogComparison.Of(log, run), enumerateCollection: true);
            return;
        }
        string name = CalibrationName ?? $"{run.Engine.Name}-{run.Model.Name}-{run.Placement}".Replace(' ', '-');
        WriteObject(CalibrationWriter.Write([LogCalibration.Of(log, run, name)]));
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
