using System;
using System.IO;

namespace LlmSizing.Tests.Architecture;

/// <summary>Where the sources and the built assemblies are.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>Debug or Release: the assemblies of the run that this test belongs to.</summary>
    public static string Configuration { get; } = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

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
