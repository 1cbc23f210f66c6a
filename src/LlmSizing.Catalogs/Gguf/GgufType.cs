using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>A tensor type of ggml, by the number that a file states.</summary>
internal sealed class GgufType
{
    private GgufType(uint number, string format)
    {
        Number = number;
        Format = WeightFormat.Find(format)!;
    }

    /// <summary>Every type that is known, one line each; 4, 5, 31 to 33 and 36 to 38 were taken out of ggml.</summary>
    /// <remarks>ggml.h, <c>enum ggml_type</c>.</remarks>
    public static IReadOnlyList<GgufType> All { get; } =
    [
        new(0, "fp32"),
        new(1, "fp16"),
        new(2, "q4_0"),
        new(3, "q4_1"),
        new(6, "q5_0"),
        new(7, "q5_1"),
        new(8, "q8_0"),
        new(9, "q8_1"),
        new(10, "q2_k"),
        new(11, "q3_k"),
        new(12, "q4_k"),
        new(13, "q5_k"),
        new(14, "q6_k"),
        new(15, "q8_k"),
        new(16, "iq2_xxs"),
        new(17, "iq2_xs"),
        new(18, "iq3_xxs"),
        new(19, "iq1_s"),
        new(20, "iq4_nl"),
        new(21, "iq3_s"),
        new(22, "iq2_s"),
        new(23, "iq4_xs"),
        new(25, "int16"),
        new(26, "int32"),
        new(27, "int64"),
        new(29, "iq1_m"),
        new(30, "bf16"),
        new(34, "tq1_0"),
        new(35, "tq2_0"),
        new(39, "mxfp4"),
    ];

    public uint Number { get; }

    public WeightFormat Format { get; }

    /// <summary>The type of a number.</summary>
    /// <exception cref="ImportException">It is none that is known.</exception>
    public static GgufType Of(uint number, string tensor) => All.FirstOrDefault(type => type.Number == number)
        ?? throw new ImportException($"Tensor {Shown.Quoted(tensor)} is of ggml type {number}, whose bytes are not known: import a file of another quantisation.", tensor);
}
