using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>Everything that was read: entries of each kind, and what was refused. Never changes.</summary>
public sealed class Catalog
{
    private readonly EntrySet<Model> models;
    private readonly EntrySet<Server> servers;
    private readonly EntrySet<StorageProfile> storage;
    private readonly EntrySet<Scenario> scenarios;
    private readonly EntrySet<Calibration> calibrations;
    private readonly EntrySet<Tuning> tunings;
    private readonly EntrySet<ServerPrice> prices;

    internal Catalog(IReadOnlyList<CatalogLayer> layers)
    {
        models = new EntrySet<Model>(layers.Select(layer => layer.Models));
        servers = new EntrySet<Server>(layers.Select(layer => layer.Servers));
        storage = new EntrySet<StorageProfile>(layers.Select(layer => layer.Storage));
        scenarios = new EntrySet<Scenario>(layers.Select(layer => layer.Scenarios));
        calibrations = new EntrySet<Calibration>(layers.Select(layer => layer.Calibrations));
        tunings = new EntrySet<Tuning>(layers.Select(layer => layer.Tunings));
        prices = new EntrySet<ServerPrice>(layers.Select(layer => layer.Prices));
        // Last: overriding finds problems too.
        Files = layers.SelectMany(layer => layer.Files).ToArray();
        Problems = layers.SelectMany(layer => layer.Problems).ToArray();
    }

    /// <summary>The models, in the order of the files; an overriding one stands where the overridden one stood.</summary>
    public IReadOnlyList<Model> Models => models.Entries;

    /// <summary>The servers, in the order of the files.</summary>
    public IReadOnlyList<Server> Servers => servers.Entries;

    /// <summary>The storage profiles, in the order of the files.</summary>
    public IReadOnlyList<StorageProfile> StorageProfiles => storage.Entries;

    /// <summary>The scenarios, in the order of the report.</summary>
    public IReadOnlyList<Scenario> Scenarios => scenarios.Entries;

    /// <summary>The measured constants of engines, in the order of the files.</summary>
    public IReadOnlyList<Calibration> Calibrations => calibrations.Entries;

    /// <summary>The measured constants of step times, in the order of the files.</summary>
    public IReadOnlyList<Tuning> Tunings => tunings.Entries;

    /// <summary>The operator's prices of servers, in the order of the files; none ships with the program.</summary>
    public IReadOnlyList<ServerPrice> Prices => prices.Entries;

    /// <summary>What was refused, by file.</summary>
    public IReadOnlyList<CatalogProblem> Problems { get; }

    /// <summary>The files that were read, in their order.</summary>
    public IReadOnlyList<CatalogFile> Files { get; }

    /// <summary>The model of a name, whatever its case, else of an alias; null when there is none.</summary>
    public Model? FindModel(string? name) => models.Find(name);

    /// <summary>The server of a name, whatever its case, else of an alias; null when there is none.</summary>
    public Server? FindServer(string? name) => servers.Find(name);

    /// <summary>The storage profile of a name, whatever its case, else of an alias; null when there is none.</summary>
    public StorageProfile? FindStorage(string? name) => storage.Find(name);

    /// <summary>The scenario of a name, whatever its case, else of an alias; null when there is none.</summary>
    public Scenario? FindScenario(string? name) => scenarios.Find(name);

    /// <summary>The calibration of a name, whatever its case, else of an alias; null when there is none.</summary>
    public Calibration? FindCalibration(string? name) => calibrations.Find(name);
}
