using System;
using System.IO;
using System.Text;

namespace LlmSizing;

/// <summary>The hub's cache on this disk: models--organisation--name/snapshots/commit, with a file in refs for each branch.</summary>
internal static class HubCache
{
    private const string Snapshots = "snapshots";
    private const string Front = "models--";

    /// <summary>The folder of the repository that a snapshot is of; null for any other folder.</summary>
    public static string? RepositoryOf(string folder)
    {
        DirectoryInfo? above = new DirectoryInfo(folder).Parent;
        return above?.Name == Snapshots && above.Parent is DirectoryInfo repository && repository.Name.StartsWith(Front, StringComparison.Ordinal) ? repository.FullName : null;
    }

    /// <summary>The snapshot of a revision, or null where the cache has none.</summary>
    public static LocalFolder? Find(string cache, string repository, string revision)
    {
        string root = Path.Combine(cache, Front + repository.Replace("/", "--"));
        string? commit = HubName.IsCommit(revision) ? revision : Reference(Path.Combine(root, "refs", revision.Replace('/', Path.DirectorySeparatorChar)), root);
        if (commit is null || !HubName.IsCommit(commit))
        {
            return null;
        }
        string folder = Path.Combine(root, Snapshots, commit);
        return Directory.Exists(folder) ? new LocalFolder(folder, root) : null;
    }

    private static string? Reference(string path, string root)
    {
        using LocalFile? file = LocalFile.Open(path, root);
        return file is null || file.Length > 100 ? null : Encoding.ASCII.GetString(file.Read(0, (int)file.Length)).Trim();
    }
}
