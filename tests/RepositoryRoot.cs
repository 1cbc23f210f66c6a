using System;
using System.IO;

namespace LlmSizing;

/// <summary>The repository that a test or a benchmark was built in.</summary>
internal static class RepositoryRoot
{
    /// <summary>The folder of the solution.</summary>
    public static string Folder { get; } = Find();

    /// <summary>Debug or Release: the build that this program belongs to.</summary>
    public static string Configuration { get; } = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;

    public static string PathOf(params string[] parts) => Path.Combine([Folder, .. parts]);

    private static string Find()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "LlmSizing.PowerShell.sln")))
            {
                return folder.FullName;
            }
        }
        throw new DirectoryNotFoundException($"No repository around {AppContext.BaseDirectory}.");
    }
}
