using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>No quantisation: everything as it is published, or in one plain number type.</summary>
internal sealed class PlainQuantization : Quantization
{
    private readonly WeightFormat? format;

    public PlainQuantization(string name, string? format, string description)
        : base(name, description) =>
        this.format = format is null ? null : WeightFormat.Find(format);

    public override bool IsPublished => format is null;

    public override IEnumerable<WeightMatrix> Store(Architecture published) =>
        format is null ? published.Weights : published.Weights.Select(matrix => matrix.In(format));
}
