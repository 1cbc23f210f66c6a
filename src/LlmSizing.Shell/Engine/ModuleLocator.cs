using System;
using System.IO;

namespace LlmSizing;

/// <summary>Finds the staged module's manifest.</summary>
internal static class ModuleLocator
{
    public const string Variable = "LLMSIZING_MODULE";

    private const string ManifestName = "LlmSizing.psd1";
    private static readonly string StagedManifest = Path.Combine("out", "LlmSizing", ManifestName);

    /// <param name="named">The value of <see cref="Variable"/>: a manifest or a folder that holds one; empty to search.</param>
    /// <param name="baseFolder">Where the search upwards begins: the folder of this program.</param>
    /// <param name="manifest">The full path of the manifest, or empty.</param>
    /// <param name="problem">Why there is none and what to do, or empty.</param>
    public static bool TryFind(string? named, string baseFolder, out string manifest, out string problem)
    {
        problem = string.Empty;
        if (!string.IsNullOrWhiteSpace(named))
        {
            var path = Path.GetFullPath(named);
            manifest = FirstFile(path, Path.Combine(path, Path.GetFileName(Path.TrimEndingDirectorySeparator(path)) + ".psd1"), Path.Combine(path, ManifestName));
            if (manifest.Length == 0)
                problem = $"{Variable} names '{path}', where there is no module manifest. Set it to a .psd1 file or to the folder "
                    + $"that holds {ManifestName}, or unset it and run 'dotnet build' to stage the module.";
            return manifest.Length > 0;
        }

        for (var folder = new DirectoryInfo(baseFolder); folder is not null; folder = folder.Parent)
        {
            manifest = FirstFile(Path.Combine(folder.FullName, StagedManifest));
            if (manifest.Length > 0) return true;
        }

        manifest = string.Empty;
        problem = $"The LlmSizing module is not staged: no {StagedManifest} in {baseFolder} or a folder above it. "
            + $"Run 'dotnet build' at the repository's root, or set {Variable} to a module manifest.";
        return false;
    }

    private static string FirstFile(params ReadOnlySpan<string> candidates)
    {
        foreach (var candidate in candidates)
            if (File.Exists(candidate)) return candidate;
        return string.Empty;
    }
}
