using System.IO;

namespace LlmSizing.Catalogs.Tests.Gguf;

/// <summary>Apart from the bytes, which other tests write to files.</summary>
internal static class GgufImport
{
    public static Model Import(this GgufBytes file, string name = "m") => GgufImporter.Import(new MemoryStream(file.ToArray()), new EntryInfo(name));
}
