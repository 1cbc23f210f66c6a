using System;

namespace LlmSizing;

/// <summary>A file that is read in pieces: of a disk, of a hub.</summary>
internal abstract class FileSource : IDisposable
{
    /// <summary>Bytes of the file.</summary>
    public abstract long Length { get; }

    /// <summary>Reads from a place; all that was asked for, or an error.</summary>
    /// <exception cref="ImportException">The file ends before, or cannot be read.</exception>
    public abstract byte[] Read(long offset, int count);

    /// <inheritdoc/>
    public abstract void Dispose();
}
