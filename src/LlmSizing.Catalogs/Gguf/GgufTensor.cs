using System;
using System.Collections.Generic;

namespace LlmSizing;

/// <summary>A line of the tensor table.</summary>
internal sealed class GgufTensor
{
    public GgufTensor(string name, IReadOnlyList<long> sizes, WeightFormat format, ulong offset)
    {
        Name = name;
        Sizes = sizes;
        Format = format;
        Offset = offset;
        Elements = 1;
        try
        {
            foreach (long size in sizes)
            {
                Elements = checked(Elements * size);
            }
            Bytes = format.Bytes(Elements / sizes[0], sizes[0]);
            _ = checked((long)offset + Bytes);
        }
        catch (OverflowException)
        {
            throw new ImportException($"Tensor {Shown.Quoted(name)} has more bytes than a 64-bit integer holds: the file is damaged.", name);
        }
        if (sizes[0] % format.Elements.BlockElements != 0)
        {
            throw new ImportException(
                $"Tensor {Shown.Quoted(name)} has rows of {NumberText.Plain(sizes[0])} elements, no multiple of the {format.Elements.BlockElements} of a block of {format}: the file is damaged.", name);
        }
    }

    public string Name { get; }

    /// <summary>Its sizes, the columns first.</summary>
    public IReadOnlyList<long> Sizes { get; }

    public WeightFormat Format { get; }

    /// <summary>Where its data begins, from the beginning of all data.</summary>
    public ulong Offset { get; }

    public long Elements { get; }

    public long Bytes { get; }

    /// <summary>Elements of one row.</summary>
    public long Columns => Sizes[0];

    /// <summary>Rows of one matrix.</summary>
    public long Rows => Sizes.Count > 1 ? Sizes[1] : 1;

    /// <summary>Matrices in the tensor: its experts.</summary>
    public long Copies => Elements / (Columns * Rows);

    public bool IsVector => Sizes.Count == 1;
}
