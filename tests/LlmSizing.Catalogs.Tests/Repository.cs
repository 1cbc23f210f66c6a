using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace LlmSizing.Catalogs.Tests;

/// <summary>The files of the repository that this test was built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    public static string Catalogs { get; } = Path.Combine(Root, "catalogs");

    public static string Schemas { get; } = Path.Combine(Catalogs, "schema");

    public static IReadOnlyList<string> CatalogFiles { get; } = [.. Directory.EnumerateFiles(Catalogs, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    private static string Find(string folder)
    {
        for (DirectoryInfo? candidate = new(folder); candidate is not null; candidate = candidate.Parent)
        {
            if (File.Exists(Path.Combine(candidate.FullName, "LlmSizing.PowerShell.sln")))
            {
                return candidate.FullName;
            }
        }
        throw new DirectoryNotFoundException($"No repository around {folder}.");
    }
}
