using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace LlmSizing.Commands;

/// <summary>Reads what a benchmark wrote and holds every quantity that it measured against its prediction.</summary>
[Cmdlet(VerbsData.Compare, "BenchmarkRun")]
[OutputType(typeof(BenchmarkComparison), typeof(string))]
public sealed class CompareBenchmarkRunCommand : PlacedCommand
{
    private readonly List<BenchmarkPrediction> calibrated = [];
    private Texts texts = null!;

    /// <summary>Results of benchmarks; wildcards name several files.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "FullName")]
    [ValidateNotNullOrEmpty]
    public string[] Path { get; set; } = [];

    /// <summary>The server that answered.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ServerCompleter))]
    public ServerReference? Server { get; set; }

    /// <summary>The model, where a result does not name it or names a folder.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ModelCompleter))]
    public ModelReference? Model { get; set; }

    /// <summary>GPUs that split each matrix.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("tensor_parallel")]
    [Parallelism]
    public long[]? TensorParallel { get; set; }

    /// <summary>The engine; the one that a result names, else vllm, when left out.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(EngineCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? Engine { get; set; }

    /// <summary>Versions of the engine; the newest known when left out.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("engine_version")]
    [ValidateNotNullOrEmpty]
    public string[]? EngineVersion { get; set; }

    /// <summary>Number types of keys and values; the model's default when left out.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("kv_precision")]
    [ArgumentCompleter(typeof(KvPrecisionCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? KvPrecision { get; set; }

    /// <summary>The engine's release as it names itself, such as 0.19.0; what was measured of it stands before what was measured of its engine.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? Release { get; set; }

    /// <summary>Writes the factors that all runs together show, as a catalog that later predictions take, in place of the comparison.</summary>
    [Parameter]
    public SwitchParameter Calibrate { get; set; }

    /// <summary>First part of the names of the tunings that are written; measured when left out.</summary>
    [Parameter]
    [ValidateNotNullOrEmpty]
    public string TuningName { get; set; } = "measured";

    /// <inheritdoc/>
    protected override void BeginProcessing() => texts = CatalogStore.TextsFor(this);

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (Resolve([Server!]).FirstOrDefault() is not Server server)
        {
            return;
        }
        foreach (string path in LogFiles.Resolve(this, Path, Errors.RunNotRead))
        {
            foreach (BenchmarkRun run in Read(path))
            {
                foreach (BenchmarkPrediction prediction in Predictions(run, server, path))
                {
                    Write(prediction);
                }
            }
        }
    }

    /// <inheritdoc/>
    protected override void EndProcessing()
    {
        if (calibrated.Count == 0)
        {
            return;
        }
        try
        {
            WriteObject(TuningWriter.Write(calibrated.GroupBy(TuningOf).Select(group => BenchmarkTuning.Of(group.Key, group.ToArray(), Release))));
        }
        catch (SizingException error)
        {
            WriteError(Errors.CannotSize(error, TuningName));
        }
    }

    private void Write(BenchmarkPrediction prediction)
    {
        if (Calibrate)
        {
            calibrated.Add(prediction);
            return;
        }
        WriteObject(BenchmarkComparison.Of(prediction, texts), enumerateCollection: true);
    }

    private string TuningOf(BenchmarkPrediction prediction) =>
        string.Join("-", new[] { TuningName, prediction.Plan.Node.Deployment.Engine.Name, GpuGeneration.Of(prediction.Plan.Node.Server.Gpu), Release }.Where(part => part is not null));

    private IReadOnlyList<BenchmarkRun> Read(string path)
    {
        try
        {
            IReadOnlyList<BenchmarkRun> runs = BenchmarkFile.Read(path, () => Stopping);
            WriteVerbose($"{path}: {NumberText.Plain(runs.Count)} of {runs[0].Tool}");
            return runs;
        }
        catch (OperationCanceledException) when (Stopping)
        {
            throw new PipelineStoppedException();
        }
        catch (ImportException error)
        {
            WriteError(Errors.RunNotRead(path, error));
            return [];
        }
    }

    private IEnumerable<BenchmarkPrediction> Predictions(BenchmarkRun run, Server server, string path)
    {
        if (ModelOf(run, path) is not Model model)
        {
            yield break;
        }
        foreach (Deployment deployment in Deployments(Engine ?? [run.Engine ?? DeploymentGrid.DefaultEngine], EngineVersion, Quantization, path))
        {
            foreach (KvPrecision? precision in ResolvePrecisions(KvPrecision, path))
            {
                foreach (BenchmarkPrediction prediction in Predictions(run, model, server, deployment, precision, path))
                {
                    yield return prediction;
                }
            }
        }
    }

    private List<BenchmarkPrediction> Predictions(BenchmarkRun run, Model model, Server server, Deployment deployment, KvPrecision? precision, string path)
    {
        var found = new List<BenchmarkPrediction>();
        try
        {
            Requirements requirements = BenchmarkPrediction.RequirementsOf(run, precision);
            foreach (Placement placement in Placements(TensorParallel))
            {
                found.Add(new BenchmarkPrediction(run, new PerformancePlan(new NodePlan(model, server, requirements, deployment, placement), Catalog.Tunings, Release)));
            }
        }
        catch (SizingException error)
        {
            WriteError(Errors.CannotSize(error, path));
        }
        return found;
    }

    private Model? ModelOf(BenchmarkRun run, string path)
    {
        if (Model is not null)
        {
            return Resolve([Model]).FirstOrDefault();
        }
        if (ModelSearch.Find(run.Model, Catalog.Models) is not ModelMatch match)
        {
            WriteError(Errors.RunModelNotFound(run, path));
            return null;
        }
        WriteVerbose($"{run.Model}: {match.Model.Name}, {match.How}");
        return Quantization is null ? LogModel.Of(match) : match.Model;
    }
}
