using System.Collections.Generic;

namespace LlmSizing;

/// <summary>Measured constants of step times, a catalog entry: of any engine, of one, of one on a GPU generation, or of one of its releases there. The narrower stands before the wider.</summary>
public sealed class Tuning : CatalogEntry
{
    /// <summary>Creates the entry.</summary>
    /// <param name="info">Name, aliases, references.</param>
    /// <param name="engine">The engine's name, or null for any.</param>
    /// <param name="gpuGeneration">One of <see cref="LlmSizing.GpuGeneration.All"/>, or null for any.</param>
    /// <param name="release">The engine's release as it names itself, or null for any.</param>
    /// <param name="constants">The constants that it says.</param>
    /// <param name="cases">What it was fitted to.</param>
    public Tuning(
        EntryInfo info, string? engine, string? gpuGeneration, string? release,
        IReadOnlyList<KeyValuePair<TuningConstant, double>> constants, IReadOnlyList<TuningCase> cases)
        : base(info)
    {
        Name = info.Name;
        Engine = engine;
        GpuGeneration = gpuGeneration;
        Release = release;
        Constants = constants;
        Cases = new ReadableList<TuningCase>(cases);
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <summary>The engine's name, or null for any.</summary>
    public string? Engine { get; }

    /// <summary>The GPU generation, or null for any.</summary>
    public string? GpuGeneration { get; }

    /// <summary>The engine's release, or null for any.</summary>
    public string? Release { get; }

    /// <summary>The constants that it says.</summary>
    public IReadOnlyList<KeyValuePair<TuningConstant, double>> Constants { get; }

    /// <summary>What it was fitted to.</summary>
    public ReadableList<TuningCase> Cases { get; }

    internal int Width => (Engine is null ? 0 : 1) + (GpuGeneration is null ? 0 : 1) + (Release is null ? 0 : 1);

    internal bool Covers(string engine, string? generation, string? release) =>
        (Engine is null || Engine == engine) && (GpuGeneration is null || GpuGeneration == generation) && (Release is null || Release == release);
}
