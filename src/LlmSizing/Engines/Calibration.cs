using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>Constants of an engine that were measured, not derived: a catalog entry such as vllm-0.19.</summary>
public sealed class Calibration : CatalogEntry
{
    /// <summary>Creates the calibration.</summary>
    /// <param name="info">Name, aliases, references.</param>
    /// <param name="engine">The engine's name.</param>
    /// <param name="engineVersion">The version that the cases ran.</param>
    /// <param name="constants">The constants.</param>
    /// <exception cref="SizingException">A constant is there twice.</exception>
    public Calibration(EntryInfo info, string engine, EngineVersion? engineVersion, IReadOnlyList<CalibrationConstant> constants)
        : base(info)
    {
        Name = info.Name;
        Engine = engine;
        EngineVersion = engineVersion;
        Constants = new ReadableList<CalibrationConstant>(constants);
        if (constants.GroupBy(constant => constant.Name).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new SizingException("constants", $"{twice.Key} is there twice.");
        }
    }

    /// <inheritdoc/>
    public override string Name { get; }

    /// <summary>The engine's name.</summary>
    public string Engine { get; }

    /// <summary>The version that the cases ran, or null where they ran several.</summary>
    public EngineVersion? EngineVersion { get; }

    /// <summary>The constants.</summary>
    public ReadableList<CalibrationConstant> Constants { get; }

    /// <summary>The constant of a name.</summary>
    /// <exception cref="SizingException">The calibration has none.</exception>
    public CalibrationConstant this[string name] => Find(name)
        ?? throw new SizingException("Calibration", $"Calibration '{Name}' has no {name}: add it to its constants, or use a calibration of the engine that has it.");

    /// <summary>The constant of a name, or null.</summary>
    public CalibrationConstant? Find(string name) => Constants.FirstOrDefault(constant => constant.Name == name);
}
