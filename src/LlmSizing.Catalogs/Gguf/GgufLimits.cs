namespace LlmSizing;

/// <summary>What a GGUF header may hold; real ones stay far below, and a hostile one ends here.</summary>
internal static class GgufLimits
{
    // Kimi K2 has some 1,100 tensors, old Mixtral files with an expert each some 1,000.
    public const long Tensors = 100_000;

    public const long Pairs = 10_000;

    /// <summary>Bytes of a key and of a tensor's name.</summary>
    public const int NameBytes = 256;

    /// <summary>Bytes of a string: chat templates and tokenizer files are the longest.</summary>
    public const long StringBytes = 64L << 20;

    /// <summary>Bytes of a string that is kept; longer ones are skipped.</summary>
    public const long KeptStringBytes = 1024;

    /// <summary>Elements of an array: vocabularies and merges are the longest.</summary>
    public const long ArrayElements = 16L << 20;

    /// <summary>Numbers of an array that is kept, one for each layer; longer ones are skipped.</summary>
    public const long KeptNumbers = 4096;

    public const int ArrayDepth = 4;

    /// <summary>Strings in all arrays together.</summary>
    public const long Strings = 32L << 20;

    public const int Dimensions = 4;

    public const long Layers = 4096;

    public const long Parts = 10_000;

    public const long Alignment = 1L << 20;
}
