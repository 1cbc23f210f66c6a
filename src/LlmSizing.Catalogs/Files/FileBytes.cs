using System;
using System.IO;
using System.Reflection;

namespace LlmSizing;

/// <summary>The bytes of a file, up to the limit.</summary>
internal static class FileBytes
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="RefusedFileException">Empty, too large, or not readable.</exception>
    public static byte[] Read(string path)
    {
        try
        {
            // A pipe or a device has no length either, and reading one might never end: nothing empty is opened.
            long length = Target(new FileInfo(path)).Length;
            if (length == 0)
            {
                throw Empty();
            }
            return length > YamlLimits.Bytes ? throw TooLarge() : ReadUpTo(path, YamlLimits.Bytes);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException or System.Security.SecurityException)
        {
            throw new RefusedFileException(ProblemCodes.Unreadable, 0, 0, error.Message, "Check the path and its permissions.");
        }
    }

    /// <summary>The file holds nothing.</summary>
    public static RefusedFileException Empty() => new(
        ProblemCodes.EmptyFile, 0, 0, "The file has no content.", "Write 'models:', 'servers:', 'storage:' or 'scenarios:' and a list of entries below.");

    /// <summary>The file holds more than is read.</summary>
    public static RefusedFileException TooLarge() => new(
        ProblemCodes.FileTooLarge, 0, 0, $"The file has more than {NumberText.Plain(YamlLimits.Bytes)} bytes.", "Split it into several files.");

    // A link's own length is that of its text. Runtimes that follow links can be asked; the older ones run where links are rare.
    private static FileInfo Target(FileInfo file)
    {
        MethodInfo? resolve = (file.Attributes & FileAttributes.ReparsePoint) == 0 ? null : typeof(FileSystemInfo).GetMethod("ResolveLinkTarget", [typeof(bool)]);
        try
        {
            return resolve?.Invoke(file, [true]) as FileInfo ?? file;
        }
        catch (TargetInvocationException error)
        {
            throw new IOException(error.InnerException?.Message ?? error.Message, error);
        }
    }

    private static byte[] ReadUpTo(string path, int maximum)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        // The file may have grown since its length was asked for.
        byte[] buffer = new byte[(int)Math.Min(stream.Length, maximum) + 1];
        int count = 0;
        for (int read; count < buffer.Length && (read = stream.Read(buffer, count, buffer.Length - count)) > 0;)
        {
            count += read;
        }
        if (count == buffer.Length)
        {
            throw TooLarge();
        }
        Array.Resize(ref buffer, count);
        return buffer;
    }
}
