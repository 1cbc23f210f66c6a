using System;
using System.IO;
using System.Reflection;
using System.Runtime.Loader;

namespace LlmSizing.Benchmarks;

/// <summary>The module as the build stages it, and an empty one to compare its import with.</summary>
internal static class StagedModule
{
    public static string Folder { get; } = Path.Combine(RepositoryRoot.Folder, "out", "LlmSizing");

    public static string Manifest => Path.Combine(Folder, "LlmSizing.psd1");

    /// <summary>A manifest that exports nothing.</summary>
    public static string CreateEmpty() => Write("LlmSizingEmpty", "CmdletsToExport = @()");

    /// <summary>A module with a compiled cmdlet, a view and a type file, all as small as they get.</summary>
    public static string CreateMinimal()
    {
        string manifest = Write(
            "LlmSizingMinimal",
            $"RootModule = '{typeof(WriteFloorCommand).Assembly.Location}'; CmdletsToExport = @('Write-Floor'); FormatsToProcess = @('Minimal.format.ps1xml'); TypesToProcess = @('Minimal.types.ps1xml')");
        File.WriteAllText(Beside(manifest, "Minimal.format.ps1xml"), """
            <Configuration><ViewDefinitions><View><Name>x</Name><ViewSelectedBy><TypeName>LlmSizing.Benchmarks.FloorResult</TypeName></ViewSelectedBy>
            <TableControl><TableHeaders><TableColumnHeader/></TableHeaders><TableRowEntries><TableRowEntry><TableColumnItems>
            <TableColumnItem><ScriptBlock>$_.Request</ScriptBlock></TableColumnItem></TableColumnItems></TableRowEntry></TableRowEntries></TableControl></View></ViewDefinitions></Configuration>
            """);
        File.WriteAllText(Beside(manifest, "Minimal.types.ps1xml"), """
            <Types><Type><Name>LlmSizing.Benchmarks.FloorResult</Name><Members><MemberSet><Name>PSStandardMembers</Name><Members>
            <NoteProperty><Name>SerializationDepth</Name><Value>3</Value></NoteProperty></Members></MemberSet></Members></Type></Types>
            """);
        return manifest;
    }

    /// <summary>Lets this program use the catalogs without the engine: their assembly is in the module's folder only.</summary>
    public static void ResolveCatalogs() => AssemblyLoadContext.Default.Resolving += (context, name) =>
    {
        string path = Path.Combine(Folder, "isolated", name.Name + ".dll");
        return File.Exists(path) ? context.LoadFromAssemblyPath(path) : (Assembly?)null;
    };

    private static string Write(string name, string content)
    {
        string folder = Path.Combine(Path.GetTempPath(), name);
        Directory.CreateDirectory(folder);
        string manifest = Path.Combine(folder, name + ".psd1");
        File.WriteAllText(manifest, $"@{{ ModuleVersion = '1.0'; FunctionsToExport = @(); AliasesToExport = @(); {content} }}");
        return manifest;
    }

    private static string Beside(string manifest, string name) => Path.Combine(Path.GetDirectoryName(manifest)!, name);
}
