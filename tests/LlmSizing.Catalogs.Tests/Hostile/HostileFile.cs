using System.Text;

namespace LlmSizing.Catalogs.Tests.Hostile;

/// <summary>A file that must be refused, and what must be said about it.</summary>
/// <param name="Name">What is wrong with it.</param>
/// <param name="Content">Its bytes.</param>
/// <param name="Line">Where the problem is; 0 for the file as a whole.</param>
/// <param name="Column">Where the problem is; 0 for the file as a whole.</param>
/// <param name="Field">The path of the field, or null.</param>
/// <param name="Code">The kind of problem.</param>
/// <param name="Suggestion">A part of what is said to write instead.</param>
/// <param name="Survives">Whether the entry 'survivor' of the same file stays.</param>
/// <param name="Extension">The format that the file claims to have.</param>
internal sealed record HostileFile(
    string Name, byte[] Content, long Line, long Column, string? Field, string Code, string Suggestion, bool Survives = false, string Extension = "yaml")
{
    public HostileFile(string name, string content, long line, long column, string? field, string code, string suggestion, bool survives = false, string extension = "yaml")
        : this(name, Encoding.UTF8.GetBytes(content), line, column, field, code, suggestion, survives, extension)
    {
    }

    public override string ToString() => Name;
}
