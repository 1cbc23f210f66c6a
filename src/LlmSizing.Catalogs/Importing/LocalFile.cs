using System;
using System.IO;
using System.Reflection;

namespace LlmSizing;

/// <summary>A file of a disk.</summary>
internal sealed class LocalFile : FileSource
{
    private readonly FileStream stream;
    private readonly string path;

    private LocalFile(string path, FileStream stream)
    {
        this.path = path;
        this.stream = stream;
        Length = stream.Length;
    }

    public override long Length { get; }

    /// <summary>Opens a file; null where there is none.</summary>
    /// <param name="path">The full path.</param>
    /// <param name="root">The folder that a link must not lead out of, or null where the operator named the file.</param>
    /// <exception cref="ImportException">It is empty, a link to elsewhere, or not readable.</exception>
    public static LocalFile? Open(string path, string? root)
    {
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists)
            {
                return null;
            }
            string target = TargetOf(file);
            if (root is not null && target != path && !target.StartsWith(root.TrimEnd(Path.DirectorySeparatorChar) + Path.DirectorySeparatorChar, StringComparison.Ordinal))
            {
                throw new ImportException($"{Shown.Quoted(file.Name)} is a link that leads out of its folder: name the folder that holds the file itself.");
            }
            // A pipe or a device has no length, and reading one might never end: nothing empty is opened.
            return new FileInfo(target).Length > 0
                ? new LocalFile(path, new FileStream(target, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, 1))
                : throw new ImportException($"{Shown.Quoted(file.Name)} has no content.");
        }
        catch (Exception error) when (IsOfFiles(error))
        {
            throw new ImportException($"{Shown.Quoted(Path.GetFileName(path))} cannot be read: {error.Message}");
        }
    }

    public override byte[] Read(long offset, int count)
    {
        byte[] bytes = new byte[count];
        try
        {
            stream.Position = offset;
            for (int done = 0; done < count;)
            {
                int read = stream.Read(bytes, done, count - done);
                done += read > 0 ? read : throw new ImportException($"{Shown.Quoted(Path.GetFileName(path))} ended while it was read.");
            }
        }
        catch (Exception error) when (IsOfFiles(error))
        {
            throw new ImportException($"{Shown.Quoted(Path.GetFileName(path))} cannot be read: {error.Message}");
        }
        return bytes;
    }

    public override void Dispose() => stream.Dispose();

    public static bool IsOfFiles(Exception error) => error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException or System.Security.SecurityException;

    // Runtimes that can follow links are asked; on the older ones a link has a length of its own, and is refused as empty or read as what it is.
    private static string TargetOf(FileInfo file)
    {
        MethodInfo? resolve = (file.Attributes & FileAttributes.ReparsePoint) == 0 ? null : typeof(FileSystemInfo).GetMethod("ResolveLinkTarget", [typeof(bool)]);
        try
        {
            return (resolve?.Invoke(file, [true]) as FileSystemInfo)?.FullName ?? file.FullName;
        }
        catch (TargetInvocationException error)
        {
            throw new IOException(error.InnerException?.Message ?? error.Message, error);
        }
    }
}
