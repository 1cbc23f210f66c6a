using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>From the tensors of a module to its matrix: rows and columns out of packed elements, and the format whose bytes they have.</summary>
/// <remarks>
/// Layouts: AutoAWQ and AutoGPTQ (qweight, qzeros, scales), compressed-tensors (weight_packed, weight_scale), ModelOpt (two values a byte, weight_scale_2), bitsandbytes (a flat column of bytes),
/// gpt-oss (_blocks of 16 bytes), DeepSeek (weight_scale_inv; scale).
/// </remarks>
internal static class TensorPacking
{
    // A scalar more or less, of the activations' scale, makes no other format.
    private const long Slack = 16;

    private static readonly string[] Scales =
        ["scales", "qzeros", "scale", "weight_scale", "weight_scale_inv", "weight_scale_2", "weight_global_scale", "weight_zero_point", "SCB", "weight.absmax", "weight.nested_absmax", "scale_inv"];

    private static readonly WeightFormat[] Eight = Named("fp8", "fp8_channel", "fp8_row", "fp8_block", "mxfp8");
    private static readonly WeightFormat[] EightInteger = Named("int8", "int8_g128");
    private static readonly WeightFormat[] BitsAndBytes = Named("bnb_int8");
    private static readonly WeightFormat[] Four = Named("nvfp4", "mxfp4");
    private static readonly WeightFormat[] Flat = Named("bnb_nf4", "bnb_nf4_plain");
    private static readonly WeightFormat[] FourInteger = Named("int4_channel", "int4_g32", "int4_g64", "int4_g128", "awq_g32", "awq_g64", "awq_g128");
    private static readonly WeightFormat[] EightGrouped = Named("int8", "int8_g128", "gptq8_g128");

    /// <param name="module">Its tensors.</param>
    /// <param name="isStacked">Whether the first dimension of its tensors counts experts.</param>
    public static IReadOnlyList<StoredMatrix> Read(TensorModule module, bool isStacked)
    {
        SafetensorsTensor? elements = module.Find("weight", "", "qweight", "weight_packed", "blocks");
        if (elements is null || elements.Bytes == 0)
        {
            return [.. module.Parts.Where(part => part.Value.Bytes > 0).Select(part => Plain(part.Key, part.Value, false))];
        }
        bool stacks = isStacked && elements.Shape.Count > 2;
        if (module.Parts.Count == 1 && !IsPacked(elements))
        {
            return [Plain("", elements, stacks)];
        }
        long copies = stacks ? elements.Shape[0] : 1;
        SafetensorsTensor[] scales = [.. module.Parts.Where(part => Scales.Contains(part.Key)).Select(part => part.Value)];
        long own = scales.Sum(tensor => tensor.Bytes);
        StoredMatrix? packed = Candidates(module, elements, stacks ? 1 : 0, copies)
            .Select(matrix => (Matrix: matrix, Off: Math.Abs((copies * matrix.Format.Bytes(matrix.Rows, matrix.Columns)) - elements.Bytes - own)))
            .Where(fit => fit.Off <= Slack * copies)
            .OrderBy(fit => fit.Off)
            .Select(fit => (StoredMatrix?)fit.Matrix)
            .FirstOrDefault();
        IEnumerable<KeyValuePair<string, SafetensorsTensor>> beside = module.Parts.Where(part =>
            part.Value != elements && part.Value.Bytes > 0 && (packed is null || !(Scales.Contains(part.Key) || IsScalar(part))));
        return [packed ?? Plain("", elements, stacks), .. beside.Select(part => Plain(part.Key, part.Value, stacks))];
    }

    private static bool IsPacked(SafetensorsTensor tensor) => tensor.Dtype.Bits <= 8 || tensor.Dtype.Name == "I32";

    private static bool IsScalar(KeyValuePair<string, SafetensorsTensor> part) => part.Key is "input_scale" or "input_global_scale" && part.Value.Elements == 1;

    private static StoredMatrix Plain(string suffix, SafetensorsTensor tensor, bool stacks)
    {
        int first = stacks && tensor.Shape.Count > 1 ? 1 : 0;
        long copies = first == 1 ? tensor.Shape[0] : 1;
        WeightFormat format = tensor.Dtype.Format;
        // Numbers of other than whole bytes count as the bytes that they take.
        long elements = tensor.Dtype.Bits < 8 ? tensor.Bytes : tensor.Dtype.Name is "C64" ? tensor.Bytes / 8 : tensor.Elements;
        long rows = tensor.Dtype.Bits >= 8 && tensor.Shape.Count > first ? tensor.Shape[first] : elements / copies;
        return new StoredMatrix(suffix, copies, rows, Math.Max(1, elements / copies / rows), format);
    }

    private static IEnumerable<StoredMatrix> Candidates(TensorModule module, SafetensorsTensor elements, int first, long copies)
    {
        if (elements.Shape.Count <= first)
        {
            return [];
        }
        long rows = elements.Shape[first];
        long columns = elements.Elements / copies / rows;
        SafetensorsTensor? scales = module.Find("scales");
        return (elements.Dtype.Name, module.Find("blocks") is not null) switch
        {
            ("U8", true) => Formats(Four, copies, rows, 2 * columns),
            ("I8", false) when module.Find("SCB") is not null => Formats(BitsAndBytes, copies, rows, columns),
            ("U8" or "I8", false) when columns == 1 => Formats(Flat, copies, 2 * rows, 1),
            ("U8" or "I8", false) => Formats(EightInteger, copies, rows, columns).Concat(Formats(Four, copies, rows, 2 * columns)),
            ("I32", false) when scales is { Shape.Count: 2 } => Grouped(scales, elements.Elements),
            ("I32", false) => Formats(FourInteger, copies, rows, 8 * columns).Concat(Formats(EightGrouped, copies, rows, 4 * columns)),
            ("F4", false) => Formats(Four, copies, rows, columns),
            (string name, false) when name.StartsWith("F8", StringComparison.Ordinal) => Formats(Eight, copies, rows, columns),
            _ => Formats([elements.Dtype.Format], copies, rows, columns),
        };
    }

    // The scales have one column for each output; input features are what is left.
    private static IEnumerable<StoredMatrix> Grouped(SafetensorsTensor scales, long words)
    {
        long rows = scales.Shape[1];
        return rows == 0 ? [] : Formats(FourInteger, 1, rows, 8 * words / rows).Concat(Formats(EightGrouped, 1, rows, 4 * words / rows));
    }

    private static IEnumerable<StoredMatrix> Formats(WeightFormat[] formats, long copies, long rows, long columns) =>
        rows < 1 || columns < 1 ? [] : formats.Select(format => new StoredMatrix("", copies, rows, columns, format));

    private static WeightFormat[] Named(params string[] names) => [.. names.Select(name => WeightFormat.Find(name)!)];
}
