using System.IO;

namespace LlmSizing.Tests;

/// <summary>Where the repository and its staged module are.</summary>
internal static class Repository
{
    public static string Root { get; } = RepositoryRoot.Folder;

    /// <summary>Debug or Release: the build that this test belongs to.</summary>
    public static string Configuration { get; } = RepositoryRoot.Configuration;

    public static string ModuleFolder { get; } = PathOf("out", "LlmSizing");

    public static string Manifest { get; } = Path.Combine(ModuleFolder, "LlmSizing.psd1");

    public static string PathOf(params string[] parts) => RepositoryRoot.PathOf(parts);
}
