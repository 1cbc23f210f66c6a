using System.Collections.Generic;

namespace LlmSizing;

/// <summary>One tensor of a safetensors file.</summary>
public sealed class SafetensorsTensor
{
    internal SafetensorsTensor(string name, SafetensorsDtype dtype, IReadOnlyList<long> shape, long begin, long end)
    {
        Name = name;
        Dtype = dtype;
        Shape = new ReadableList<long>(shape);
        Begin = begin;
        End = end;
    }

    /// <summary>The name.</summary>
    public string Name { get; }

    /// <summary>The number type.</summary>
    public SafetensorsDtype Dtype { get; }

    /// <summary>The shape; empty for a single number.</summary>
    public ReadableList<long> Shape { get; }

    /// <summary>First byte, counted from the end of the header.</summary>
    public long Begin { get; }

    /// <summary>One past the last byte.</summary>
    public long End { get; }

    /// <summary>Bytes of the tensor.</summary>
    public long Bytes => End - Begin;

    /// <summary>Elements as they are stored: packed ones count as one.</summary>
    public long Elements => Bytes * 8 / Dtype.Bits;

    /// <summary>Name, type and shape.</summary>
    public override string ToString() => $"{Name} {Dtype} [{string.Join(", ", Shape)}]";
}
