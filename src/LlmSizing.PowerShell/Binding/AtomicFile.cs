using System;
using System.IO;
using System.Text;

namespace LlmSizing.Commands;

/// <summary>Writes a text file whole or not at all: into a temporary file of the same folder, flushed to the disk, then renamed.</summary>
internal static class AtomicFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    internal static void Write(string path, Action<TextWriter> write)
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
            Replace(temporary, path);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    private static void Replace(string temporary, string path)
    {
        if (!File.Exists(path))
        {
            File.Move(temporary, path);
            return;
        }
        // Whether a read-only file may be replaced was asked before; the rename itself refuses it on Windows.
        File.SetAttributes(path, File.GetAttributes(path) & ~FileAttributes.ReadOnly);
        File.Replace(temporary, path, null);
    }
}
