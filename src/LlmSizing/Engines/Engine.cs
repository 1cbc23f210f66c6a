using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>A serving engine: how it divides a GPU's memory and how it cuts the cache into blocks.</summary>
public abstract class Engine
{
    /// <summary>Creates the engine.</summary>
    protected Engine(string name, string newestVersion)
    {
        Name = name;
        NewestVersion = EngineVersion.Parse(newestVersion) ?? throw new ArgumentException("A version begins with a number.", nameof(newestVersion));
    }

    /// <summary>The name: ideal, vllm, sglang, tensorrt-llm, llama.cpp.</summary>
    public string Name { get; }

    /// <summary>The newest version whose rules are known; the one assumed when none is given.</summary>
    public EngineVersion NewestVersion { get; }

    /// <summary>The measured constants that a prediction needs, of <see cref="CalibrationNames.All"/>; none for an engine that is computed alone.</summary>
    public virtual IReadOnlyList<string> Constants => [];

    /// <summary>Predicts what the engine prints of its memory when it starts; the pipeline stage that binds decides.</summary>
    /// <param name="model">The model; its architecture is needed unless <paramref name="weightBytes"/> is given.</param>
    /// <param name="placement">How the replica lies on GPUs.</param>
    /// <param name="gpuBytes">Memory of one GPU in bytes, as the driver reports it.</param>
    /// <param name="settings">How the engine is started; null for its defaults.</param>
    /// <param name="calibration">Measured constants of the engine; null for one that needs none.</param>
    /// <param name="gpu">The GPU's name, or null.</param>
    /// <param name="weightBytes">Observed bytes of the weights on one GPU, in place of the computed ones.</param>
    /// <exception cref="SizingException">The model has no architecture and no weights are given, or the engine needs a constant that the calibration lacks.</exception>
    public EngineMemory Predict(
        Model model, Placement placement, long gpuBytes, EngineSettings? settings = null, Calibration? calibration = null, string? gpu = null, long? weightBytes = null)
    {
        try
        {
            EngineCase[] stages = ModelShard.Of(model, placement)
                .Select(shard => new EngineCase(this, shard, gpuBytes, settings ?? EngineSettings.Default, calibration, gpu, weightBytes))
                .ToArray();
            return Worst(stages);
        }
        catch (OverflowException)
        {
            throw TooLarge(model);
        }
    }

    /// <summary>Bytes that a session takes in the blocks of the engine's cache, on the GPU of the stage that keeps most.</summary>
    /// <param name="model">The model.</param>
    /// <param name="context">Tokens of the session.</param>
    /// <param name="placement">How the replica lies on GPUs.</param>
    /// <param name="settings">How the engine is started; null for its defaults.</param>
    /// <exception cref="SizingException">The bytes do not fit a 64-bit integer.</exception>
    public long SessionBytes(Model model, long context, Placement placement, EngineSettings? settings = null)
    {
        try
        {
            return ModelShard.Of(model, placement).Max(shard => SessionBytes(new EngineCase(this, shard, 0, settings ?? EngineSettings.Default, null, null, null), context));
        }
        catch (OverflowException)
        {
            throw TooLarge(model);
        }
    }

    /// <summary>What each pipeline stage has for sessions, and what a session takes there.</summary>
    /// <param name="model">The model; its architecture is needed.</param>
    /// <param name="placement">How the replica lies on GPUs.</param>
    /// <param name="gpuBytes">Memory of one GPU in bytes, as the driver reports it.</param>
    /// <param name="context">Tokens of a session.</param>
    /// <param name="settings">How the engine is started; null for its defaults.</param>
    /// <param name="calibration">Measured constants of the engine; null for one that needs none.</param>
    /// <param name="gpu">The GPU's name, or null.</param>
    /// <exception cref="SizingException">The model has no architecture, or the engine needs a constant that the calibration lacks.</exception>
    public IReadOnlyList<StageMemory> Stages(
        Model model, Placement placement, long gpuBytes, long context, EngineSettings? settings = null, Calibration? calibration = null, string? gpu = null) =>
        ModelShard.Of(model, placement)
            .Select(shard => new EngineCase(this, shard, gpuBytes, settings ?? EngineSettings.Default, calibration, gpu, null))
            .Select(of => new StageMemory(of.Shard, Worst([of]), SessionBytes(of, context)))
            .ToArray();

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    internal abstract decimal MemoryFractionOf(EngineCase of);

    internal virtual long DefaultMaxSequences(EngineCase of) => 256;

    internal virtual long DefaultMaxBatchedTokens(EngineCase of) => 8192;

    internal virtual IEnumerable<string> AssumptionsOf(EngineCase of) => [];

    private protected abstract EngineMemory Worst(IReadOnlyList<EngineCase> stages);

    private protected abstract long SessionBytes(EngineCase of, long context);

    /// <summary>Bytes of an element of the rotary embedding's table; 0 where the engine keeps none.</summary>
    internal virtual long RotaryBytes => 2;

    /// <summary>Bytes of the weights as the engine loads them, or as they were observed.</summary>
    internal static MemoryComponent Weights(EngineCase of) => LoadedWeights.Of(of, of.Engine.RotaryBytes);

    private static SizingException TooLarge(Model model) =>
        new("Model", $"The bytes of model '{model.Name}' are more than a 64-bit integer holds: use fewer layers, heads or tokens.");
}
