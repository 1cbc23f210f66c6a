using System;

namespace LlmSizing;

/// <summary>A file of the hub, read by ranges. Its first part came with the question whether it is there, and holds most headers whole.</summary>
internal sealed class HubFile : FileSource
{
    public const int FirstBytes = 1 << 18;

    private readonly HubFiles files;
    private readonly string name;
    private readonly byte[] first;

    public HubFile(HubFiles files, string name, long length, byte[] first)
    {
        this.files = files;
        this.name = name;
        this.first = first;
        Length = length;
    }

    public override long Length { get; }

    public override byte[] Read(long offset, int count)
    {
        byte[] bytes = new byte[count];
        // What is there already is not asked for again.
        int have = (int)Math.Min(count, Math.Max(0, first.Length - offset));
        if (have > 0)
        {
            Array.Copy(first, (int)offset, bytes, 0, have);
        }
        if (have < count)
        {
            HubAnswer answer = files.Ask(name, new ByteRange(offset + have, count - have), count - have) ?? throw new ImportException($"{Shown.Quoted(name)} was taken away while it was read.");
            if (answer.Total != Length || answer.Bytes.Length != count - have)
            {
                throw new ImportException($"{Shown.Quoted(name)} changed while it was read.");
            }
            Array.Copy(answer.Bytes, 0, bytes, have, count - have);
        }
        return bytes;
    }

    /// <summary>Nothing is held open between answers.</summary>
    public override void Dispose()
    {
    }
}
