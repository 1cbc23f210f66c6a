namespace LlmSizing;

/// <summary>How much a JSON text may hold. What is beyond is refused while it is read, before memory is taken for it.</summary>
internal sealed class JsonLimits
{
    /// <summary>Limits of a config.json: the largest real one has about 90 KB and 3,000 nodes.</summary>
    public static readonly JsonLimits Config = new(bytes: 4 << 20, nodes: 200_000, textLength: 1 << 16);

    public JsonLimits(int bytes, int nodes, int textLength, int depth = 32, int numberLength = 64)
    {
        Bytes = bytes;
        Nodes = nodes;
        TextLength = textLength;
        Depth = depth;
        NumberLength = numberLength;
    }

    public int Bytes { get; }

    /// <summary>Keys, values, lists and objects; each takes 16 bytes of memory.</summary>
    public int Nodes { get; }

    /// <summary>Bytes of one key or text as written.</summary>
    public int TextLength { get; }

    /// <summary>Lists and objects inside one another.</summary>
    public int Depth { get; }

    public int NumberLength { get; }
}
