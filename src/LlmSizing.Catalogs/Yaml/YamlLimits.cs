namespace LlmSizing;

/// <summary>How much a catalog file may hold. A file at each limit is refused in well under a second; a real one stays far below all of them.</summary>
internal static class YamlLimits
{
    /// <summary>Bytes of a file; the whole built-in catalog has a fifth of it.</summary>
    public const int Bytes = 1 << 20;

    /// <summary>Lists and mappings inside one another; a model needs five.</summary>
    public const int Depth = 16;

    /// <summary>Keys, values, lists and mappings; a model has about fifty, and a file of real models at the limit of bytes half as many nodes.</summary>
    public const int Nodes = 100_000;

    /// <summary>Characters of one value or key.</summary>
    public const int TextLength = 64 * 1024;
}
