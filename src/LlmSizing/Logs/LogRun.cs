using System;
using System.Globalization;
using System.Linq;

namespace LlmSizing;

/// <summary>How a log's engine was started, as a prediction takes it.</summary>
public sealed class LogRun
{
    // llama.cpp allocates what its buffers need, whatever the GPU has.
    private const long LargerThanAny = ByteUnits.TiB;

    private readonly EngineLog log;

    private LogRun(EngineLog log, Engine engine, Model model, Calibration? calibration, long? gpuBytes, string? gpu, KvPrecision? precision = null)
    {
        this.log = log;
        Engine = engine;
        Model = model;
        Calibration = calibration;
        Gpu = gpu;
        Placement = PlacementOf();
        KvPrecision = precision ?? LogPrecision.Of(log, model);
        Settings = SettingsWith(null);
        long? stated = Bytes(LogQuantity.GpuTotal) ?? (FreeAtStart() is long free ? WithContext(free) : null);
        StatesGpuMemory = stated is not null;
        GpuBytes = stated ?? gpuBytes ?? (engine.Name == LogRules.LlamaCpp ? LargerThanAny : null);
    }

    /// <summary>The engine.</summary>
    public Engine Engine { get; }

    /// <summary>The model.</summary>
    public Model Model { get; }

    /// <summary>How the replica lay on GPUs.</summary>
    public Placement Placement { get; }

    /// <summary>The settings that the log states; the others are the engine's defaults.</summary>
    public EngineSettings Settings { get; }

    /// <summary>How keys and values were stored.</summary>
    public KvPrecision KvPrecision { get; }

    /// <summary>The measured constants.</summary>
    public Calibration? Calibration { get; }

    /// <summary>Memory of the GPU in bytes: what the log says, else what was given; null where neither is known.</summary>
    public long? GpuBytes { get; }

    /// <summary>Whether the log states the memory of the GPU.</summary>
    public bool StatesGpuMemory { get; }

    /// <summary>The GPU's name, or null.</summary>
    public string? Gpu { get; }

    /// <summary>Takes the settings of a log.</summary>
    /// <param name="log">The log.</param>
    /// <param name="engine">The engine that wrote it.</param>
    /// <param name="model">The model that it served.</param>
    /// <param name="calibration">Measured constants of the engine, or null.</param>
    /// <param name="gpuBytes">Memory of one GPU in bytes where the log does not say, or null.</param>
    /// <param name="gpu">The GPU's name, or null.</param>
    /// <exception cref="SizingException">A setting is out of its range.</exception>
    public static LogRun From(EngineLog log, Engine engine, Model model, Calibration? calibration = null, long? gpuBytes = null, string? gpu = null) =>
        new(log, engine, model, calibration, gpuBytes, gpu);

    /// <summary>The engine's version as a log states it, or null.</summary>
    public static EngineVersion? VersionOf(EngineLog log) => log.Setting(LogSetting.Version) is string version ? EngineVersion.Parse(version) : null;

    /// <summary>The same start with another precision of keys and values.</summary>
    internal LogRun With(KvPrecision precision) => new(log, Engine, Model, Calibration, GpuBytes, Gpu, precision);

    /// <summary>The same start with other constants.</summary>
    internal LogRun With(Calibration calibration) => new(log, Engine, Model, calibration, GpuBytes, Gpu, KvPrecision);

    /// <summary>Predicts what the engine printed.</summary>
    /// <param name="weightBytes">Observed bytes of the weights, or null to compute them.</param>
    /// <exception cref="SizingException">The memory of the GPU or the model's weights are not known.</exception>
    public EngineMemory Predict(long? weightBytes = null) => Engine.Predict(
        Model, Placement, GpuBytes ?? throw new SizingException("GpuMemory", "The log does not say how much memory the GPU has: give the server."), Settings, Calibration, Gpu, weightBytes);

    /// <summary>Predicts the blocks and tokens of a cache of given bytes.</summary>
    public EngineMemory PredictCache(long kvCacheBytes) => Engine.Predict(Model, Placement, GpuBytes ?? 2 * kvCacheBytes, SettingsWith(kvCacheBytes), Calibration, Gpu, weightBytes: 0);

    /// <summary>What the limiting rank printed, in bytes; null where it did not.</summary>
    public long? Bytes(LogQuantity quantity) => log.Worst(quantity) is LogReading reading ? (long)decimal.Round(reading.Worst.Value * ByteUnits.GiB) : null;

    // What the engine's process itself takes is gone from what is free.
    private long WithContext(long free) => free + Engine.Predict(Model, Placement, free, SettingsWith(1), Calibration, Gpu, weightBytes: 0)
        .Components.Where(component => component.Name == "context").Sum(component => component.Bytes);

    // SGLang takes its share of what is free before it loads the weights.
    private long? FreeAtStart()
    {
        if (Engine.Name != LogRules.Sglang)
        {
            return null;
        }
        return Bytes(LogQuantity.FreeBeforeWeights) ?? (Bytes(LogQuantity.FreeAfterWeights) + Bytes(LogQuantity.Weights));
    }

    private Placement PlacementOf()
    {
        long tensor = Whole(LogSetting.TensorParallel) ?? 1;
        long data = Whole(LogSetting.DataParallel) ?? 1;
        bool isShared = IsOn(LogSetting.DataParallelAttention) || (data > 1 && Engine.Name == LogRules.Vllm && Model.Architecture?.Sizes.NumExperts > 0);
        // SGLang counts all GPUs of the attention's data parallelism in --tp.
        if (isShared && Engine.Name == LogRules.Sglang && tensor % data == 0)
        {
            tensor /= data;
        }
        long experts = log.Setting(LogSetting.ExpertParallel) switch
        {
            null => 1,
            "True" or "true" => isShared ? tensor * data : tensor,
            _ => Whole(LogSetting.ExpertParallel) ?? 1,
        };
        return new Placement(tensor, Whole(LogSetting.PipelineParallel) ?? 1, data, experts, dataParallelAttention: isShared);
    }

    private EngineSettings SettingsWith(long? kvCacheBytes) => new(
        VersionOf(log),
        Number(LogSetting.MemoryFraction),
        Whole(LogSetting.MaxModelLength),
        Whole(LogSetting.MaxSequences),
        Whole(Engine.Name == LogRules.LlamaCpp ? LogSetting.MicroBatch : LogSetting.MaxBatchedTokens),
        Whole(LogSetting.BlockSize),
        KvPrecision,
        IsOn(LogSetting.EnforceEager),
        offloadedLayers: Offloaded(),
        kvCacheBytes: kvCacheBytes);

    private long? Offloaded() =>
        log.Setting(LogSetting.OffloadedLayers)?.Split('/')[0] is string layers && long.TryParse(layers, NumberStyles.None, CultureInfo.InvariantCulture, out long count) ? count : null;

    // What is out of range or no number says as little as a missing line.
    private long? Whole(string name) =>
        long.TryParse(log.Setting(name), NumberStyles.None, CultureInfo.InvariantCulture, out long number) && number is >= 1 and <= 1_000_000_000 ? number : null;

    private decimal? Number(string name) =>
        decimal.TryParse(log.Setting(name), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out decimal number) && number is > 0 and <= 1 ? number : null;

    private bool IsOn(string name) => log.Setting(name) is "True" or "true" or "1";
}
