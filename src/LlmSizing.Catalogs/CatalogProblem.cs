namespace LlmSizing;

/// <summary>Something in a catalog file that is refused: where it is, what is wrong, and what to write instead.</summary>
public sealed class CatalogProblem
{
    internal CatalogProblem(string path, long line, long column, string? entry, string? field, string code, string message, string suggestion)
    {
        Path = path;
        Line = line;
        Column = column;
        Entry = entry;
        Field = field;
        Code = code;
        Message = message;
        Suggestion = suggestion;
    }

    /// <summary>The file or folder, as it was given.</summary>
    public string Path { get; }

    /// <summary>The line, from 1; 0 where the file as a whole is meant.</summary>
    public long Line { get; }

    /// <summary>The column, from 1; 0 where the file as a whole is meant.</summary>
    public long Column { get; }

    /// <summary>The name of the entry, or null where there is none or it cannot be read.</summary>
    public string? Entry { get; }

    /// <summary>The field with its path, such as <c>models[3].layers[1].head_dim</c> (counted from 0), or null.</summary>
    public string? Field { get; }

    /// <summary>The kind of problem, such as <c>unknown_key</c>; stable.</summary>
    public string Code { get; }

    /// <summary>What is wrong.</summary>
    public string Message { get; }

    /// <summary>What to write instead.</summary>
    public string Suggestion { get; }

    /// <summary>The problem on one line, in the form that editors make a link of: <c>file:line:column: field: message suggestion</c>.</summary>
    public override string ToString()
    {
        string place = Line > 0 ? $"{Path}:{NumberText.Plain(Line)}:{NumberText.Plain(Column)}" : Path;
        return Field is null ? $"{place}: {Message} {Suggestion}" : $"{place}: {Field}: {Message} {Suggestion}";
    }
}
