using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>The entries of one path; a name or an alias stands for one entry of its kind.</summary>
internal sealed class CatalogLayer
{
    private readonly IReadOnlyList<FileContent> files;
    private readonly ProblemList pathProblems;

    private CatalogLayer(ProblemList pathProblems, IReadOnlyList<FileContent> files)
    {
        this.pathProblems = pathProblems;
        this.files = files;
        Models = Unique(files.SelectMany(file => file.Models));
        Servers = Unique(files.SelectMany(file => file.Servers));
        Storage = Unique(files.SelectMany(file => file.Storage));
        Scenarios = Unique(files.SelectMany(file => file.Scenarios));
        Calibrations = Unique(files.SelectMany(file => file.Calibrations));
        Tunings = Unique(files.SelectMany(file => file.Tunings));
        Prices = Unique(files.SelectMany(file => file.Prices));
    }

    public IReadOnlyList<LocatedEntry<Model>> Models { get; }

    public IReadOnlyList<LocatedEntry<Server>> Servers { get; }

    public IReadOnlyList<LocatedEntry<StorageProfile>> Storage { get; }

    public IReadOnlyList<LocatedEntry<Scenario>> Scenarios { get; }

    public IReadOnlyList<LocatedEntry<Calibration>> Calibrations { get; }

    public IReadOnlyList<LocatedEntry<Tuning>> Tunings { get; }

    public IReadOnlyList<LocatedEntry<ServerPrice>> Prices { get; }

    public IEnumerable<CatalogFile> Files => files.Select(file => new CatalogFile(file.Path, file.Entries, file.Milliseconds));

    public IEnumerable<CatalogProblem> Problems => pathProblems.ToList().Concat(files.SelectMany(file => file.Problems.ToList()));

    /// <summary>Reads a path.</summary>
    /// <param name="path">A file, or a folder of files.</param>
    /// <param name="withLanguages">Also reads texts and parameters, which hold no entries, for their problems.</param>
    /// <param name="sourceOf">How the entries of a file name it.</param>
    public static CatalogLayer Read(string path, bool withLanguages, Func<string, string> sourceOf)
    {
        var problems = new ProblemList(path);
        IReadOnlyList<string> found = CatalogPaths.Find(path, problems);
        string[] files = found.Where(file => withLanguages || FileKinds.Of(file) == FileKind.Entries).ToArray();
        if (found.Count > 0 && files.Length == 0)
        {
            problems.Add(ProblemCodes.NoCatalogFile, "Texts and parameters hold no entries.", "Name a file of models, servers, storage, scenarios, calibrations, tunings or prices otherwise than texts.* and parameters.*.");
        }
        return new CatalogLayer(problems, files.Select(file => FileReader.Read(file, sourceOf(file))).ToArray());
    }

    /// <summary>The problems of a text as if it were a file of its own: those of its fields, and of names that come twice.</summary>
    public static IEnumerable<CatalogProblem> ProblemsOf(string text)
    {
        const string Nowhere = "text";
        return new CatalogLayer(new ProblemList(Nowhere), [FileReader.ReadText(text, Nowhere)]).Problems;
    }

    // The first in the order of the files stays: an entry that was good does not vanish because another one takes its name.
    private static List<LocatedEntry<T>> Unique<T>(IEnumerable<LocatedEntry<T>> entries) where T : CatalogEntry
    {
        var names = new Dictionary<string, CatalogEntry>(StringComparer.OrdinalIgnoreCase);
        var unique = new List<LocatedEntry<T>>();
        foreach (LocatedEntry<T> entry in entries)
        {
            if (IsFree(entry, names))
            {
                unique.Add(entry);
                names[entry.Value.Name] = entry.Value;
                foreach (string alias in entry.Value.Aliases)
                {
                    names[alias] = entry.Value;
                }
            }
        }
        return unique;
    }

    private static bool IsFree<T>(LocatedEntry<T> entry, Dictionary<string, CatalogEntry> names) where T : CatalogEntry
    {
        bool free = true;
        if (names.TryGetValue(entry.Value.Name, out CatalogEntry? other))
        {
            free = false;
            entry.Place.Refuse(
                entry.Name, EntryFields.Name.Name, ProblemCodes.DuplicateName,
                $"{Shown.Quoted(entry.Value.Name)} is already a name or an alias of '{other.Name}' in {other.Source}.", "Rename one of the two, or keep one.");
        }
        var own = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { entry.Value.Name };
        for (int i = 0; i < entry.Value.Aliases.Count; i++)
        {
            if (!own.Add(entry.Value.Aliases[i]))
            {
                free = false;
                entry.Place.Item(EntryFields.Aliases.Name, i).Refuse(
                    entry.Alias(i), null, ProblemCodes.DuplicateAlias, $"{Shown.Quoted(entry.Value.Aliases[i])} is already a name or an alias of this entry.", "Leave it out.");
            }
            else if (names.TryGetValue(entry.Value.Aliases[i], out other))
            {
                free = false;
                entry.Place.Item(EntryFields.Aliases.Name, i).Refuse(
                    entry.Alias(i), null, ProblemCodes.DuplicateAlias,
                    $"{Shown.Quoted(entry.Value.Aliases[i])} is already a name or an alias of '{other.Name}' in {other.Source}.", "Leave the alias out of one of the two.");
            }
        }
        return free;
    }
}
