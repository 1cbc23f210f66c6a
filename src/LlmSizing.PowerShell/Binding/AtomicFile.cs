using System;
using System.IO;
using System.Text;

namespace LlmSizing.Commands;

/// <summary>Writes a text file whole or not at all: into a temporary file of the same folder, flushed to the disk, then renamed.</summary>
internal static class AtomicFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    internal static void Write(string path, bool overwrite, Action<TextWriter> write)
    {
        string temporary = Path.Combine(Path.GetDirectoryName(path)!, "." + Path.GetRandomFileName());
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                using (var writer = new StreamWriter(stream, Utf8, 1 << 16, leaveOpen: true))
                {
                    write(writer);
                }
                stream.Flush(flushToDisk: true);
            }
            Place(temporary, path, overwrite);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    // The move takes a name only where it is free, so that of two that run at once neither fails nor is lost in between.
    private static void Place(string temporary, string path, bool overwrite)
    {
        try
        {
            File.Move(temporary, path);
        }
        catch (IOException) when (overwrite && File.Exists(path))
        {
            Replace(temporary, path);
        }
    }

    private static void Replace(string temporary, string path)
    {
        // Whether a read-only file may be replaced was asked before; Windows refuses to rename onto one.
        FileAttributes attributes = File.GetAttributes(path);
        bool isReadOnly = (attributes & FileAttributes.ReadOnly) != 0;
        if (isReadOnly)
        {
            File.SetAttributes(path, attributes & ~FileAttributes.ReadOnly);
        }
        try
        {
            File.Replace(temporary, path, null);
        }
        finally
        {
            if (isReadOnly)
            {
                File.SetAttributes(path, File.GetAttributes(path) | FileAttributes.ReadOnly);
            }
        }
    }
}
