using System;

namespace LlmSizing;

/// <summary>How numbers lie in memory: blocks of elements with their scales, such as 32 elements in 34 bytes.</summary>
public sealed class ElementFormat
{
    /// <summary>Creates the format.</summary>
    /// <param name="name">The field's name of it, in lower case.</param>
    /// <param name="blockElements">Elements of one block, at least 1.</param>
    /// <param name="blockBytes">Bytes of one block, its scales included, at least 1.</param>
    public ElementFormat(string name, int blockElements, int blockBytes)
    {
        Name = name;
        BlockElements = blockElements;
        BlockBytes = blockBytes;
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>Elements of one block.</summary>
    public int BlockElements { get; }

    /// <summary>Bytes of one block, its scales included.</summary>
    public int BlockBytes { get; }

    /// <summary>Bytes of one element on average: 1.0625 for 34 bytes in blocks of 32.</summary>
    public decimal BytesPerElement => (decimal)BlockBytes / BlockElements;

    /// <summary>Bytes of a vector: whole blocks.</summary>
    /// <param name="elements">Elements of the vector.</param>
    /// <exception cref="OverflowException">The number does not fit a <see cref="long"/>.</exception>
    public long Bytes(long elements) => BlockElements == 1
        ? checked(elements * BlockBytes)
        : checked((elements + BlockElements - 1) / BlockElements * BlockBytes);

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
