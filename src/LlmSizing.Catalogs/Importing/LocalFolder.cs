using System.IO;

namespace LlmSizing;

/// <summary>The files of a folder; a link is followed where it stays inside the folder's root.</summary>
internal sealed class LocalFolder : ModelFiles
{
    private readonly string folder;
    private readonly string root;

    /// <param name="folder">The full path.</param>
    /// <param name="root">The folder that links may lead to: the folder itself, or the repository of a hub cache, whose snapshots are links.</param>
    public LocalFolder(string folder, string? root = null)
    {
        this.folder = folder;
        this.root = root ?? HubCache.RepositoryOf(folder) ?? folder;
    }

    public override string Place => folder;

    public override byte[]? Find(string name, int most)
    {
        using FileSource? file = Open(name);
        return file is null ? null
            : file.Length <= most ? file.Read(0, (int)file.Length)
            : throw new ImportException($"{Shown.Quoted(name)} has {NumberText.Plain(file.Length)} bytes; {NumberText.Plain(most)} are the most that are read of such a file.");
    }

    public override FileSource? Open(string name) => LocalFile.Open(Path.Combine(folder, name), root);
}
