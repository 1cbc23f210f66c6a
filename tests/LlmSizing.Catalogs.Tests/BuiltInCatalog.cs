using System;
using System.IO;

namespace LlmSizing.Catalogs.Tests;

/// <summary>The catalogs that ship with the module, read once.</summary>
internal static class BuiltInCatalog
{
    public static string Folder { get; } = Repository.Catalogs;

    public static Catalog All { get; } = new CatalogLibrary(Folder).Load([]);

    public static Model Model(string name) => All.FindModel(name) ?? throw new InvalidOperationException($"No model {name}.");

    public static string Document(string name) => File.ReadAllText(Path.Combine(Folder, "..", "docs", name));
}
