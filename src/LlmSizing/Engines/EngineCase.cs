using System;
using System.Collections.Generic;

namespace LlmSizing;

/// <summary>One stage of a model on one kind of GPU, with every setting resolved: what an engine's formulas take.</summary>
internal sealed class EngineCase
{
    public EngineCase(Engine engine, ModelShard shard, long gpuBytes, EngineSettings settings, Calibration? calibration, string? gpu, long? weightBytes)
    {
        Engine = engine;
        Shard = shard;
        GpuBytes = gpuBytes;
        Settings = settings;
        Calibration = calibration;
        Gpu = gpu;
        ObservedWeightBytes = weightBytes;
        Version = settings.EngineVersion ?? engine.NewestVersion;
        Precision = settings.KvPrecision ?? shard.Model.DefaultKvPrecision;
        MaxModelLength = Math.Min(settings.MaxModelLength ?? long.MaxValue, shard.Model.MaxPositionEmbeddings);
    }

    public Engine Engine { get; }

    public ModelShard Shard { get; }

    public Model Model => Shard.Model;

    public Placement Placement => Shard.Placement;

    public long GpuBytes { get; }

    public string? Gpu { get; }

    public EngineSettings Settings { get; }

    public Calibration? Calibration { get; }

    public long? ObservedWeightBytes { get; }

    public EngineVersion Version { get; }

    public KvPrecision Precision { get; }

    public long MaxModelLength { get; }

    public decimal MemoryFraction => Engine.MemoryFractionOf(this);

    public long MaxSequences => Settings.MaxSequences ?? Engine.DefaultMaxSequences(this);

    public long MaxBatchedTokens => Settings.MaxBatchedTokens ?? Engine.DefaultMaxBatchedTokens(this);

    public IEnumerable<string> Assumptions => Engine.AssumptionsOf(this);

    /// <summary>The constant of a name.</summary>
    public CalibrationConstant Constant(string name) => (Calibration ?? throw new SizingException("Calibration", $"{Engine.Name} needs a calibration: the catalog has one for each engine."))[name];
}
