using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>One format for the matrices of some components; the others are stored in 16 bits.</summary>
internal sealed class UniformQuantization : Quantization
{
    // Convolutions and gates of a few channels are left alone by every scheme, as are vectors.
    private const long SmallestSide = 32;
    private readonly WeightFormat format;
    private readonly string[] quantised;

    public UniformQuantization(string name, string format, string[] quantised, string description, string[]? engines = null)
        : base(name, description, engines)
    {
        this.format = WeightFormat.Find(format)!;
        this.quantised = quantised;
    }

    public override IEnumerable<WeightMatrix> Store(Architecture published) => published.Weights.Select(matrix => matrix.In(FormatOf(matrix)));

    private WeightFormat FormatOf(WeightMatrix matrix) =>
        quantised.Contains(matrix.Component) && matrix.Rows >= SmallestSide && matrix.Columns >= SmallestSide ? format
        : IsPlain(matrix.Format) ? matrix.Format
        : WeightFormat.Find("bf16")!;

    private static bool IsPlain(WeightFormat format) => format.Name is "fp32" or "bf16" or "fp16";
}
