using System;
using System.IO;
using System.Text;

namespace LlmSizing;

/// <summary>Numbers and strings of a GGUF header, read through a buffer and never beyond a limit.</summary>
internal sealed class GgufReader
{
    private static readonly UTF8Encoding Utf8 = new(false, throwOnInvalidBytes: true);
    private readonly byte[] buffer = new byte[64 * 1024];
    private readonly Stream stream;
    private readonly long? length;
    private int at;
    private int filled;
    private long read;

    public GgufReader(Stream stream)
    {
        this.stream = stream;
        length = stream.CanSeek ? stream.Length - stream.Position : null;
    }

    /// <summary>Bytes that were read so far.</summary>
    public long Position => read - (filled - at);

    public uint UInt32()
    {
        Need(4);
        uint value = buffer[at] | ((uint)buffer[at + 1] << 8) | ((uint)buffer[at + 2] << 16) | ((uint)buffer[at + 3] << 24);
        at += 4;
        return value;
    }

    public ulong UInt64() => UInt32() | ((ulong)UInt32() << 32);

    public byte Byte()
    {
        Need(1);
        return buffer[at++];
    }

    public ushort UInt16() => (ushort)(Byte() | (Byte() << 8));

    /// <summary>A count or length, at most a limit; every one of its elements takes bytes of the file.</summary>
    /// <param name="what">What is counted, for the message.</param>
    /// <param name="limit">The most that is taken.</param>
    /// <param name="leastBytes">Bytes that one of them takes at least.</param>
    /// <param name="of">The key that they belong to, for the message, or null.</param>
    public long Count(string what, long limit, long leastBytes, string? of = null)
    {
        ulong count = UInt64();
        if (count <= (ulong)limit && !(length is long whole && (long)count * leastBytes > whole - Position))
        {
            return (long)count;
        }
        string counted = $"{count} {what}{(of is null ? "" : " of " + Shown.Plain(of))}";
        throw new ImportException(count > (ulong)limit
            ? $"The file states {counted}: at most {NumberText.Plain(limit)} are taken. It is damaged or no GGUF file."
            : $"The file ends before its {counted}: it is cut or damaged.");
    }

    /// <summary>A string that is kept.</summary>
    public string Text(string what) => Text(Count("bytes", GgufLimits.NameBytes, 1, what), what);

    /// <summary>The bytes of a string whose length was read.</summary>
    public string Text(long length, string what)
    {
        int bytes = (int)length;
        Need(bytes);
        try
        {
            return Utf8.GetString(buffer, at, bytes);
        }
        catch (ArgumentException)
        {
            throw new ImportException($"The bytes of {Shown.Plain(what)} are not UTF-8: the file is damaged.");
        }
        finally
        {
            at += bytes;
        }
    }

    public void SkipText(string what) => Skip(Count("bytes", GgufLimits.StringBytes, 1, what));

    public void Skip(long bytes)
    {
        long beyond = bytes - (filled - at);
        if (beyond <= 0)
        {
            at += (int)bytes;
            return;
        }
        at = filled = 0;
        if (length is long whole)
        {
            if (beyond > whole - read)
            {
                throw Cut();
            }
            stream.Seek(beyond, SeekOrigin.Current);
            read += beyond;
            return;
        }
        while (beyond > 0)
        {
            int got = stream.Read(buffer, 0, (int)Math.Min(beyond, buffer.Length));
            read += got > 0 ? got : throw Cut();
            beyond -= got;
        }
    }

    private static ImportException Cut() => new("The file ends inside its header: it is cut or damaged.");

    private void Need(int bytes)
    {
        if (filled - at >= bytes)
        {
            return;
        }
        Buffer.BlockCopy(buffer, at, buffer, 0, filled - at);
        filled -= at;
        at = 0;
        while (filled < bytes)
        {
            int got = stream.Read(buffer, filled, buffer.Length - filled);
            filled += got > 0 ? got : throw Cut();
            read += got;
        }
    }
}
