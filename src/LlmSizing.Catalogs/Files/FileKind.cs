using System;
using System.IO;

namespace LlmSizing;

/// <summary>What a file may hold, by its name: entries, the sentences of a language, or its dictionary of parameters.</summary>
internal enum FileKind
{
    Entries,
    Texts,
    Parameters,
}

/// <summary>Reads the kind and the culture off a file's name.</summary>
internal static class FileKinds
{
    private const string Texts = "texts.";
    private const string Parameters = "parameters.";

    public static FileKind Of(string path) => Culture(path, FileKind.Texts) is not null ? FileKind.Texts
        : Culture(path, FileKind.Parameters) is not null ? FileKind.Parameters
        : FileKind.Entries;

    /// <summary>The culture of texts.pt-BR.yaml, or null for another name.</summary>
    public static string? Culture(string path, FileKind kind)
    {
        string prefix = kind == FileKind.Texts ? Texts : Parameters;
        string name = Path.GetFileNameWithoutExtension(path);
        bool matches = name.Length > prefix.Length && name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && CatalogPaths.IsCatalogFile(path);
        return matches ? name.Substring(prefix.Length) : null;
    }
}
