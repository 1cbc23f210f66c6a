namespace LlmSizing;

/// <summary>A part of a file.</summary>
internal readonly struct ByteRange
{
    public ByteRange(long offset, int count)
    {
        Offset = offset;
        Count = count;
    }

    public long Offset { get; }

    public int Count { get; }
}
