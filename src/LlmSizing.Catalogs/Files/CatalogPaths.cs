using System;
using System.Collections.Generic;
using System.IO;

namespace LlmSizing;

/// <summary>The catalog files of a path, in the same order on every machine.</summary>
internal sealed class CatalogPaths
{
    /// <summary>Files and folders that are looked at: a folder by mistake (the root of a disk) ends soon.</summary>
    private const int MaximumVisits = 10_000;

    private const int MaximumDepth = 8;

    private readonly ProblemList problems;
    private readonly List<string> files = [];
    private int visits;

    private CatalogPaths(ProblemList problems) => this.problems = problems;

    /// <summary>Whether a name is one of a catalog file: YAML or JSON, but not a JSON Schema.</summary>
    public static bool IsCatalogFile(string path) =>
        (HasExtension(path, ".yaml") || HasExtension(path, ".yml") || HasExtension(path, ".json")) && !HasExtension(path, ".schema.json");

    public static bool IsJson(string path) => HasExtension(path, ".json");

    /// <summary>The file itself, or the catalog files of a folder and its folders.</summary>
    public static IReadOnlyList<string> Find(string path, ProblemList problems)
    {
        var paths = new CatalogPaths(problems);
        try
        {
            paths.Add(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException or System.Security.SecurityException)
        {
            problems.Add(ProblemCodes.Unreadable, error.Message, "Check the path and its permissions.");
        }
        return paths.files;
    }

    private void Add(string path)
    {
        if (Directory.Exists(path))
        {
            AddFolder(path, 0);
            if (files.Count == 0 && problems.Count == 0)
            {
                problems.Add(ProblemCodes.NoCatalogFile, "The folder has no catalog file.", "Put *.yaml, *.yml or *.json files there.");
            }
        }
        else if (!File.Exists(path))
        {
            problems.Add(ProblemCodes.PathNotFound, "There is no such file or folder.", "Write the path of a catalog file or of a folder with such files.");
        }
        else if (!IsCatalogFile(path))
        {
            problems.Add(ProblemCodes.NotACatalogFile, "The file's name does not end in .yaml, .yml or .json.", "Name it by its format.");
        }
        else
        {
            files.Add(path);
        }
    }

    private void AddFolder(string folder, int depth)
    {
        string[] found = Directory.GetFileSystemEntries(folder);
        Array.Sort(found, StringComparer.Ordinal);
        foreach (string path in found)
        {
            // Hidden ones are other tools' (.git), or the copies behind the links of a mounted configuration.
            if (Path.GetFileName(path).StartsWith(".", StringComparison.Ordinal))
            {
                continue;
            }
            if (++visits > MaximumVisits)
            {
                if (visits == MaximumVisits + 1)
                {
                    problems.Add(ProblemCodes.TooManyFiles, $"The folder has more than {NumberText.Plain(MaximumVisits)} files and folders.", "Name the folder of the catalog files.");
                }
                return;
            }
            if (!Directory.Exists(path))
            {
                if (IsCatalogFile(path))
                {
                    files.Add(path);
                }
            }
            // A linked folder may lead back to where it stands.
            else if (depth < MaximumDepth && (File.GetAttributes(path) & FileAttributes.ReparsePoint) == 0)
            {
                AddFolder(path, depth + 1);
            }
        }
    }

    private static bool HasExtension(string path, string extension) => path.EndsWith(extension, StringComparison.OrdinalIgnoreCase);
}
