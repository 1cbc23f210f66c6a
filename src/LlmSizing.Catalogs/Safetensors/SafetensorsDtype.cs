using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>A number type of safetensors files.</summary>
public sealed class SafetensorsDtype
{
    private SafetensorsDtype(string name, int bits, string format)
    {
        Name = name;
        Bits = bits;
        Format = WeightFormat.Find(format)!;
    }

    /// <summary>Every type, as the format's own library names them (huggingface/safetensors, <c>Dtype</c>).</summary>
    public static IReadOnlyList<SafetensorsDtype> All { get; } =
    [
        new("BF16", 16, "bf16"), new("F16", 16, "fp16"), new("F32", 32, "fp32"), new("F8_E4M3", 8, "byte"), new("F8_E5M2", 8, "byte"), new("F8_E8M0", 8, "byte"),
        new("F8_E4M3FNUZ", 8, "byte"), new("F8_E5M2FNUZ", 8, "byte"), new("U8", 8, "byte"), new("I8", 8, "byte"), new("BOOL", 8, "byte"), new("I16", 16, "int16"), new("U16", 16, "int16"),
        new("I32", 32, "int32"), new("U32", 32, "int32"), new("I64", 64, "int64"), new("U64", 64, "int64"), new("F64", 64, "int64"), new("C64", 64, "int64"),
        new("F4", 4, "byte"), new("F6_E2M3", 6, "byte"), new("F6_E3M2", 6, "byte"),
    ];

    private static readonly Dictionary<string, SafetensorsDtype> ByName = All.ToDictionary(dtype => dtype.Name);

    /// <summary>The name in the file.</summary>
    public string Name { get; }

    /// <summary>Bits of an element.</summary>
    public int Bits { get; }

    /// <summary>How elements lie in memory that belong to no quantisation.</summary>
    public WeightFormat Format { get; }

    /// <summary>Finds a type by its name; null when it is not known.</summary>
    public static SafetensorsDtype? Find(string name) => ByName.TryGetValue(name, out SafetensorsDtype? dtype) ? dtype : null;

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
