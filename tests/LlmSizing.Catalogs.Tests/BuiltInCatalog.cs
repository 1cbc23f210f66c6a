using System;
using System.IO;

namespace LlmSizing.Catalogs.Tests;

/// <summary>The catalogs that ship with the module, read once.</summary>
internal static class BuiltInCatalog
{
    public static string Folder { get; } = Path.Combine(FindRepository(AppContext.BaseDirectory), "catalogs");

    public static Catalog All { get; } = new CatalogLibrary(Folder).Load([]);

    public static Model Model(string name) => All.FindModel(name) ?? throw new InvalidOperationException($"No model {name}.");

    public static string Document(string name) => File.ReadAllText(Path.Combine(Folder, "..", "docs", name));

    private static string FindRepository(string folder)
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
