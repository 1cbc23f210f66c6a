namespace LlmSizing;

/// <summary>A catalog file that was read.</summary>
public sealed class CatalogFile
{
    internal CatalogFile(string path, int entries, double milliseconds)
    {
        Path = path;
        Entries = entries;
        Milliseconds = milliseconds;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Entries that were read from it, those refused apart.</summary>
    public int Entries { get; }

    /// <summary>Milliseconds that reading took.</summary>
    public double Milliseconds { get; }

    /// <summary>The path.</summary>
    public override string ToString() => Path;
}
