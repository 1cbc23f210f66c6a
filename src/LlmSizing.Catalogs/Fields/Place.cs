namespace LlmSizing;

/// <summary>Where the reader is: a mapping of a file, with its path and the entry that it belongs to.</summary>
internal sealed class Place
{
    private readonly string? entry;
    private readonly bool isItem;

    public Place(ProblemList problems, string path, string? entry, bool isItem = false)
    {
        Problems = problems;
        Path = path;
        this.entry = entry;
        this.isItem = isItem;
    }

    public ProblemList Problems { get; }

    /// <summary>The path from the file's root, such as <c>models[3].layers[1]</c>; nothing at the root.</summary>
    public string Path { get; }

    /// <summary>A mapping inside this one.</summary>
    public Place Inside(string field) => new(Problems, PathOf(field), entry);

    /// <summary>A mapping in a list of this one.</summary>
    public Place Inside(string field, int index) => new(Problems, PathOf(field, index), entry);

    /// <summary>A text in a list of this mapping: the path ends there, whatever the text is called.</summary>
    public Place Item(string field, int index) => new(Problems, PathOf(field, index), entry, isItem: true);

    /// <summary>Refuses a field, or the mapping itself where the field is null.</summary>
    public void Refuse(Node at, string? field, string code, string message, string suggestion) =>
        Problems.Add(at.Line, at.Column, entry, field is null ? (Path.Length == 0 ? null : Path) : PathOf(Shown.Plain(field)), code, message, suggestion);

    /// <summary>Refuses a field.</summary>
    public void Refuse(Node at, string? field, Defect defect) => Refuse(at, field, defect.Code, defect.Message, defect.Suggestion);

    private string PathOf(string field) => Path.Length == 0 ? field : isItem ? Path : Path + "." + field;

    private string PathOf(string field, int index) => $"{PathOf(field)}[{NumberText.Plain(index)}]";
}
