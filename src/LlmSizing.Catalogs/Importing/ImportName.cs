using System;
using System.IO;
using System.Linq;

namespace LlmSizing;

/// <summary>The name of an imported model: the one that was asked for, else one made of the folder, the file or the repository that a catalog takes.</summary>
internal static class ImportName
{
    private const int Longest = 64;
    private const string CacheFront = "models--";

    public static EntryInfo OfFolder(string folder, string? asked)
    {
        // A snapshot of the hub's cache is called by its commit; the repository stands two folders up.
        string shown = HubCache.RepositoryOf(folder) is string repository ? Path.GetFileName(repository).Substring(CacheFront.Length).Replace("--", "/") : "";
        return shown.Length > 0 ? OfRepository(shown, asked) : Info(Path.GetFileName(folder.TrimEnd(Path.DirectorySeparatorChar)), asked, null);
    }

    public static EntryInfo OfFile(string file, string? asked)
    {
        string name = Path.GetFileNameWithoutExtension(file);
        foreach (string ending in new[] { "_config", "-config", ".config" })
        {
            name = name.EndsWith(ending, StringComparison.OrdinalIgnoreCase) ? name.Substring(0, name.Length - ending.Length) : name;
        }
        return Info(name, asked, null);
    }

    public static EntryInfo OfRepository(string repository, string? asked) => Info(repository.Substring(repository.LastIndexOf('/') + 1), asked, repository);

    private static EntryInfo Info(string given, string? asked, string? repository)
    {
        if (asked is not null && Valid(asked) != asked)
        {
            throw new ImportException($"{Shown.Quoted(asked)} is no name for a model: write up to {NumberText.Plain(Longest)} letters (a-z, A-Z), digits, '.', '_', '+' or '-' that start with a letter or a digit.", "Name");
        }
        string name = asked ?? Valid(given);
        string[] aliases = repository is not null && repository != name ? [repository] : [];
        return new EntryInfo(name, aliases, [repository is null ? "imported from " + Shown.Plain(given) : "https://huggingface.co/" + repository]);
    }

    private static string Valid(string name)
    {
        string kept = new string(name.Select(letter => letter is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '.' or '_' or '+' or '-' ? letter : '-').ToArray()).TrimStart('.', '_', '+', '-');
        return kept.Length == 0 ? "model" : kept.Length > Longest ? kept.Substring(0, Longest) : kept;
    }
}
