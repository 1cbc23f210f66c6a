using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace LlmSizing.Commands;

/// <summary>A cmdlet that predicts an engine's memory: one prediction per combination of the arguments, in the order of the parameters, the last of them fastest.</summary>
public abstract class EngineCommand : SplitCommand
{
    /// <summary>The models.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ModelCompleter))]
    public ModelReference[] Model { get; set; } = [];

    /// <summary>Servers whose GPUs are taken.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ServerCompleter))]
    [ValidateNotNullOrEmpty]
    public ServerReference[]? Server { get; set; }

    /// <summary>GiB of one GPU as the engine prints them, in place of a server.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("gpu_memory_gib")]
    [GpuMemoryGib]
    public decimal[]? GpuMemoryGib { get; set; }

    /// <summary>The GPU's name, where no server says it.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ValidateNotNullOrEmpty]
    public string? Gpu { get; set; }

    /// <summary>The engines.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(EngineCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Engine { get; set; } = ["vllm"];

    /// <summary>Versions of the engine; the newest known when left out.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("engine_version")]
    [ValidateNotNullOrEmpty]
    public string[]? EngineVersion { get; set; }

    /// <summary>GPUs that split each matrix.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("tensor_parallel")]
    [Parallelism]
    public long[]? TensorParallel { get; set; }

    /// <summary>Share of the memory that the engine takes.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("gpu_memory_utilization", "mem_fraction_static")]
    [GpuMemoryUtilization]
    public decimal[]? GpuMemoryUtilization { get; set; }

    /// <summary>The longest sequence in tokens; the model's longest context when left out.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("max_model_len")]
    [EngineSetting]
    public long[]? MaxModelLength { get; set; }

    /// <summary>Sequences that run at once.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("max_num_seqs")]
    [EngineSetting]
    public long[]? MaxSequences { get; set; }

    /// <summary>Tokens of one step.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("max_num_batched_tokens")]
    [EngineSetting]
    public long[]? MaxBatchedTokens { get; set; }

    /// <summary>Tokens of a block of the cache.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("block_size")]
    [EngineSetting]
    public long[]? BlockSize { get; set; }

    /// <summary>Number types of keys and values.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("kv_precision")]
    [ArgumentCompleter(typeof(KvPrecisionCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? KvPrecision { get; set; }

    /// <summary>No CUDA graphs.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("enforce_eager")]
    public SwitchParameter EnforceEager { get; set; }

    /// <summary>Measured constants; those of the engine's version when left out.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(CalibrationCompleter))]
    [ValidateNotNullOrEmpty]
    public CalibrationReference? Calibration { get; set; }

    /// <summary>Writes a prediction.</summary>
    private protected abstract void Write(EngineMemory memory);

    /// <inheritdoc/>
    protected sealed override void ProcessRecord()
    {
        object target = Model[0].Origin;
        if (Server is null && GpuMemoryGib is null)
        {
            WriteError(Errors.NoGpuMemory(target));
            return;
        }
        (long Bytes, string? Name)[] gpus = Gpus();
        KvPrecision?[] precisions = ResolvePrecisions(KvPrecision, target);
        EngineVersion?[] versions = ResolveVersions(EngineVersion, target);
        Engine[] engines = ResolveEngines(Engine, target);
        if (!IsCalibrationKnown(target, out Calibration? asked))
        {
            return;
        }
        foreach (Model model in Resolve(Model))
        {
            foreach ((long bytes, string? name) in gpus)
            {
                foreach (Engine engine in engines)
                {
                    Predict(model, bytes, name, engine, versions, precisions, asked, target);
                }
            }
        }
    }

    private void Predict(Model model, long bytes, string? gpu, Engine engine, EngineVersion?[] versions, KvPrecision?[] precisions, Calibration? asked, object target)
    {
        try
        {
            foreach (Placement placement in Placements(TensorParallel))
            {
                foreach (EngineSettings settings in EngineGrid.Settings(
                    versions, GpuMemoryUtilization, MaxModelLength, MaxSequences, MaxBatchedTokens, BlockSize, precisions, EnforceEager))
                {
                    Calibration? calibration = LlmSizing.Calibration.Resolve(Catalog.Calibrations, engine, settings.EngineVersion, asked);
                    Write(engine.Predict(model, placement, bytes, settings, calibration, gpu));
                }
            }
        }
        catch (SizingException error)
        {
            WriteError(Errors.CannotSize(error, target));
        }
    }

    private (long Bytes, string? Name)[] Gpus() => Server is not null
        ? Resolve(Server).Select(server => (GpuMemory.Of(server), Gpu ?? server.Gpu)).ToArray()
        : GpuMemoryGib!.Select(gib => ((long)(gib * ByteUnits.GiB), Gpu)).ToArray();

    private bool IsCalibrationKnown(object target, out Calibration? asked)
    {
        asked = Calibration is null or { SaysNothing: true } ? null : Calibration.Entry ?? Catalog.FindCalibration(Calibration.Name);
        if (Calibration is null or { SaysNothing: true })
        {
            return true;
        }
        if (!IsAsCopied(Calibration, asked))
        {
            return false;
        }
        if (asked is not null)
        {
            return true;
        }
        WriteError(Errors.CalibrationNotFound(Calibration.Name, Catalog.Calibrations.Select(one => one.Name), target));
        return false;
    }
}
