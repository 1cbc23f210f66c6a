using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;

namespace LlmSizing.Catalogs.Tests;

/// <summary>The files of the repository that this test was built from.</summary>
internal static class Repository
{
    public static string Catalogs { get; } = RepositoryRoot.PathOf("catalogs");

    public static string Schemas { get; } = Path.Combine(Catalogs, "schema");

    public static IReadOnlyList<string> CatalogFiles { get; } = [.. Directory.EnumerateFiles(Catalogs, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
}
