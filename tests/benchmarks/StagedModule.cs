using System;
using System.IO;
using System.Reflection;
using System.Runtime.Loader;

namespace LlmSizing.Benchmarks;

/// <summary>The module as the build stages it, and an empty one to compare its import with.</summary>
internal static class StagedModule
{
    public static string Folder { get; } = Path.Combine(FindRoot(), "out", "LlmSizing");

    public static string Manifest => Path.Combine(Folder, "LlmSizing.psd1");

    /// <summary>A manifest that exports nothing, in a temporary folder.</summary>
    public static string CreateEmpty()
    {
        string folder = Path.Combine(Path.GetTempPath(), "LlmSizingEmpty");
        Directory.CreateDirectory(folder);
        string manifest = Path.Combine(folder, "LlmSizingEmpty.psd1");
        File.WriteAllText(manifest, "@{ ModuleVersion = '1.0'; GUID = '0f3f6d34-5d8a-4a53-8a5e-9c39a1f6a001'; FunctionsToExport = @(); CmdletsToExport = @(); AliasesToExport = @() }");
        return manifest;
    }

    /// <summary>Lets this program use the catalogs without the engine: their assembly is in the module's folder only.</summary>
    public static void ResolveCatalogs() => AssemblyLoadContext.Default.Resolving += (context, name) =>
    {
        string path = Path.Combine(Folder, "isolated", name.Name + ".dll");
        return File.Exists(path) ? context.LoadFromAssemblyPath(path) : (Assembly?)null;
    };

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "LlmSizing.PowerShell.sln")))
            {
                return folder.FullName;
            }
        }
        throw new DirectoryNotFoundException("No repository around " + AppContext.BaseDirectory);
    }
}
