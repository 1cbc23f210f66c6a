namespace LlmSizing;

/// <summary>The files of one model, by their names: a folder, or a revision of a repository.</summary>
internal abstract class ModelFiles
{
    /// <summary>Where they are, for messages.</summary>
    public abstract string Place { get; }

    /// <summary>The whole of a small file, or null where there is none of that name.</summary>
    /// <exception cref="ImportException">It has more bytes than may be, or cannot be read.</exception>
    public abstract byte[]? Find(string name, int most);

    /// <summary>A file to read in pieces, or null where there is none of that name.</summary>
    /// <exception cref="ImportException">It cannot be read.</exception>
    public abstract FileSource? Open(string name);
}
