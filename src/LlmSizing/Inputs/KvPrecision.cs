using System;
using System.Collections.Generic;

namespace LlmSizing;

/// <summary>The number type in which keys and values are stored.</summary>
public sealed class KvPrecision
{
    private KvPrecision(string name, int bytesPerElement)
    {
        Name = name;
        BytesPerElement = bytesPerElement;
    }

    /// <summary>Every precision that is known, smallest first.</summary>
    public static IReadOnlyList<KvPrecision> All { get; } =
    [
        new("fp8", 1),
        new("int8", 1),
        new("fp16", 2),
        new("bf16", 2),
    ];

    /// <summary>The name: fp8, int8, fp16 or bf16.</summary>
    public string Name { get; }

    /// <summary>Bytes of one element of a key or value vector.</summary>
    public int BytesPerElement { get; }

    /// <summary>Finds a precision by its name, whatever the case; null when it is not known.</summary>
    public static KvPrecision? Find(string name)
    {
        foreach (KvPrecision precision in All)
        {
            if (string.Equals(precision.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return precision;
            }
        }
        return null;
    }

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
