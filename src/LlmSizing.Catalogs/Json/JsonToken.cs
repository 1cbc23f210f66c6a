namespace LlmSizing;

/// <summary>One key or value of a text: where it is written, and where the next one beside it is.</summary>
internal readonly struct JsonToken
{
    private readonly int kindAndEscape;

    public JsonToken(JsonKind kind, int start, int length, int next, bool hasEscape = false)
    {
        kindAndEscape = (int)kind | (hasEscape ? 256 : 0);
        Start = start;
        Length = length;
        Next = next;
    }

    public JsonKind Kind => (JsonKind)(kindAndEscape & 255);

    /// <summary>Whether a text has escapes to resolve.</summary>
    public bool HasEscape => kindAndEscape >= 256;

    /// <summary>First byte; of a text, the one after the quote.</summary>
    public int Start { get; }

    /// <summary>Bytes of a text or number; values of a list; keys of an object.</summary>
    public int Length { get; }

    /// <summary>Number of the node after this one and all that is inside it.</summary>
    public int Next { get; }
}
