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

    /// <summary>The constants that a prediction takes: those of the calibration that is asked for, and where it lacks one, those measured on the newest version up to the engine's.</summary>
    /// <param name="known">The catalog's calibrations.</param>
    /// <param name="engine">The engine.</param>
    /// <param name="version">Its version; null for the newest known.</param>
    /// <param name="asked">The calibration that is asked for, or null.</param>
    /// <returns>The calibration, or null where the engine needs none or none is known.</returns>
    /// <exception cref="SizingException">The calibration that is asked for is one of another engine.</exception>
    public static Calibration? Resolve(IEnumerable<Calibration> known, Engine engine, EngineVersion? version = null, Calibration? asked = null)
    {
        if (asked is not null && asked.Engine != engine.Name)
        {
            throw new SizingException("Calibration", $"Calibration '{asked.Name}' is one of {asked.Engine}, not of {engine.Name}.");
        }
        Calibration[] whole = known.Where(one => one.Engine == engine.Name && engine.Constants.All(name => one.Find(name) is not null)).ToArray();
        EngineVersion wanted = version ?? engine.NewestVersion;
        Calibration? measured = whole.Where(one => one.EngineVersion is null || wanted.IsAtLeast(one.EngineVersion)).Aggregate<Calibration, Calibration?>(whole.FirstOrDefault(), Newer);
        return asked is null || measured is null ? asked ?? measured : asked.Over(measured);
    }

    /// <summary>The constant of a name, or null.</summary>
    public CalibrationConstant? Find(string name) => Constants.FirstOrDefault(constant => constant.Name == name);

    private static Calibration? Newer(Calibration? one, Calibration other) =>
        one?.EngineVersion is null || (other.EngineVersion is EngineVersion version && version.IsAtLeast(one.EngineVersion) && !version.Equals(one.EngineVersion)) ? other : one;

    private Calibration Over(Calibration measured) => new(
        new EntryInfo(Name, Aliases, References, Estimate, Notes, Source), Engine, EngineVersion,
        [.. Constants, .. measured.Constants.Where(constant => Find(constant.Name) is null)]);
}
