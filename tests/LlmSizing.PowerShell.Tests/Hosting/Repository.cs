using System;
using System.IO;

namespace LlmSizing.Tests;

/// <summary>Where the repository and its staged module are.</summary>
internal static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    /// <summary>Debug or Release: the build that this test belongs to.</summary>
    public static string Configuration { get; } = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    public static string ModuleFolder { get; } = PathOf("out", "LlmSizing");

    public static string Manifest { get; } = Path.Combine(ModuleFolder, "LlmSizing.psd1");

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
