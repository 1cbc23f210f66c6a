using System.Collections.Generic;

namespace LlmSizing;

/// <summary>What one file gave.</summary>
internal sealed class FileContent
{
    public FileContent(string path)
    {
        Path = path;
        Problems = new ProblemList(path);
    }

    public string Path { get; }

    public ProblemList Problems { get; }

    public IReadOnlyList<LocatedEntry<Model>> Models { get; set; } = [];

    public IReadOnlyList<LocatedEntry<Server>> Servers { get; set; } = [];

    public IReadOnlyList<LocatedEntry<StorageProfile>> Storage { get; set; } = [];

    public IReadOnlyList<LocatedEntry<Scenario>> Scenarios { get; set; } = [];

    public IReadOnlyList<LocatedEntry<Calibration>> Calibrations { get; set; } = [];

    public IReadOnlyList<LocatedEntry<Tuning>> Tunings { get; set; } = [];

    public IReadOnlyList<LocatedEntry<ServerPrice>> Prices { get; set; } = [];

    public IReadOnlyList<LocatedEntry<SizingParameter>> Parameters { get; set; } = [];

    public IReadOnlyDictionary<string, string> Texts { get; set; } = new Dictionary<string, string>();

    public double Milliseconds { get; set; }

    public int Entries => Models.Count + Servers.Count + Storage.Count + Scenarios.Count + Calibrations.Count + Tunings.Count + Prices.Count;
}
