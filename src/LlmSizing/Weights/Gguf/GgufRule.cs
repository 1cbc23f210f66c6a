using System;

namespace LlmSizing;

/// <summary>A line of a mix: tensors of a kind get another format where the condition holds.</summary>
internal sealed class GgufRule
{
    public GgufRule(GgufTensorKind kind, string format, Func<GgufPlace, bool>? when = null)
    {
        Kind = kind;
        Format = WeightFormat.Find(format)!;
        When = when ?? (_ => true);
    }

    public GgufTensorKind Kind { get; }

    public WeightFormat Format { get; }

    public Func<GgufPlace, bool> When { get; }
}
