using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>A mix of llama.cpp's quantize: one format for most tensors, and rules for those that matter more.</summary>
/// <remarks>
/// llama.cpp's src/llama-quant.cpp: <c>llama_tensor_get_type_impl</c>, <c>tensor_type_fallback</c>, <c>llama_ftype_get_default_type</c>. The first rule that holds decides.
/// Files that others made with types of their own for single tensors (UD, _XL, _L) are not these mixes.
/// </remarks>
public sealed class GgufMix
{
    private static readonly WeightFormat Fp16 = WeightFormat.Find("fp16")!;
    private static readonly WeightFormat Fp32 = WeightFormat.Find("fp32")!;
    private readonly GgufRule[] rules;
    private readonly string output;
    private readonly bool isLow;

    // Where not given: the output in q6_k, the embeddings in the mix's own format.
    internal GgufMix(string name, string format, GgufRule[]? rules = null, string output = "q6_k", bool isLow = false, bool needsMatrix = false)
    {
        Name = name;
        Format = WeightFormat.Find(format)!;
        this.rules = rules ?? [];
        this.output = output;
        this.isLow = isLow;
        NeedsImportanceMatrix = needsMatrix;
    }

    /// <summary>The name, such as q4_k_m.</summary>
    public string Name { get; }

    /// <summary>The format of most tensors.</summary>
    public WeightFormat Format { get; }

    /// <summary>Whether llama.cpp refuses to make the mix without an importance matrix.</summary>
    public bool NeedsImportanceMatrix { get; }

    /// <summary>The name.</summary>
    public override string ToString() => Name;

    /// <summary>The matrices of a model as the mix stores them; a line becomes several where its layers differ.</summary>
    /// <param name="published">The sizes and matrices of the model.</param>
    /// <param name="hasImportanceMatrix">Whether an importance matrix was given, which changes the first layers of some mixes.</param>
    public IEnumerable<WeightMatrix> Store(Architecture published, bool hasImportanceMatrix = false)
    {
        var model = new GgufShape(published, hasImportanceMatrix || NeedsImportanceMatrix);
        return published.Weights.SelectMany(matrix => Store(matrix, model));
    }

    private IEnumerable<WeightMatrix> Store(WeightMatrix matrix, GgufShape model)
    {
        GgufTensorKind kind = GgufShape.KindOf(matrix);
        if (kind is GgufTensorKind.Plain or GgufTensorKind.Tower)
        {
            return [In(matrix, matrix.Layers, kind == GgufTensorKind.Plain ? Fp32 : Fp16)];
        }
        if (Format.Elements.BlockElements == 1)
        {
            return [In(matrix, matrix.Layers, Format)];
        }
        if (matrix.Layers is null || matrix.Component == WeightComponent.Mtp)
        {
            return [In(matrix, matrix.Layers, GgufFallback.Of(FormatOutside(matrix, kind, model), matrix.Columns))];
        }
        return matrix.Layers.Numbers()
            .GroupBy(layer => GgufFallback.Of(FormatOf(kind, model.PlaceOf(matrix, kind, layer)), matrix.Columns))
            .Select(group => In(matrix, LayerSet.Of(group), group.Key));
    }

    private static WeightMatrix In(WeightMatrix matrix, LayerSet? layers, WeightFormat format) =>
        new(matrix.Component, matrix.Name, layers, matrix.Copies, matrix.Rows, matrix.Columns, matrix.Split, format, matrix.KeyValueHeads);

    private WeightFormat FormatOutside(WeightMatrix matrix, GgufTensorKind kind, GgufShape model)
    {
        // Embeddings that are also the output are stored as the output is.
        if (kind == GgufTensorKind.Output || (kind == GgufTensorKind.Embedding && model.IsTied))
        {
            return WeightFormat.Find(matrix.Columns % Format.Elements.BlockElements != 0 ? "q8_0" : output)!;
        }
        return Ruled(kind, new GgufPlace(model, 0, 1, false));
    }

    private WeightFormat FormatOf(GgufTensorKind kind, GgufPlace place)
    {
        WeightFormat format = Ruled(kind, place);
        if (isLow)
        {
            return format;
        }
        if (kind == GgufTensorKind.Value && place.Model.Is70B && (format.Name is "q3_k" or "q4_k"))
        {
            format = WeightFormat.Find("q5_k")!;
        }
        return kind is GgufTensorKind.Value or GgufTensorKind.Key && place.Model.Experts == GgufMixes.FewExperts ? WeightFormat.Find("q8_0")! : format;
    }

    private WeightFormat Ruled(GgufTensorKind kind, GgufPlace place) =>
        rules.FirstOrDefault(rule => rule.Kind == kind && rule.When(place))?.Format ?? Format;
}
