using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>The weights of one part of a model, or of the whole: parameters, bytes, and what the fullest GPU holds of them.</summary>
public sealed class ComponentWeights
{
    internal ComponentWeights(ModelWeights of, string component, IReadOnlyList<WeightMatrix> matrices, Texts texts)
    {
        Model = of.Model.Name;
        Quantization = of.Quantization.Name;
        Placement = of.Placement.ToString();
        Component = component;
        Parameters = matrices.Sum(matrix => matrix.Parameters);
        Bytes = matrices.Sum(matrix => matrix.Bytes);
        BytesPerGpu = matrices.Sum(matrix => of.Fullest.BytesOf(matrix, matrix.Format));
        Format = string.Join(", ", matrices.GroupBy(matrix => matrix.Format.Name).OrderByDescending(group => group.Sum(matrix => matrix.Bytes)).Select(group => group.Key));
        Share = of.Bytes == 0 ? 0 : (double)Bytes / of.Bytes;
        if (component == ModelWeights.Total && of.FileBytes is long file)
        {
            FileBytes = file;
            DifferencePercent = 100.0 * (Bytes - file) / file;
        }
        Rationale = new Rationale(
            component == ModelWeights.Total ? [of.TotalFormula] : matrices.Select(matrix => FormulaOf(of.Fullest, matrix)),
            [
                new("model", Model), new("quantization", Quantization), new("placement", Placement), new("pipeline_stage", of.Fullest.Stage.Index),
                new("parameters", Parameters), new("bytes", Bytes), new("bytes_per_gpu", BytesPerGpu),
                .. FileBytes is long known ? new RationaleInput[] { new("file_bytes", known) } : [],
            ],
            texts.Format($"weights.{component}", name => name == "quantization" ? Quantization : name));
    }

    /// <summary>The model's name.</summary>
    public string Model { get; }

    /// <summary>How the weights are stored.</summary>
    public string Quantization { get; }

    /// <summary>How the replica lies on GPUs.</summary>
    public string Placement { get; }

    /// <summary>One of <see cref="WeightComponent.All"/>, or total.</summary>
    public string Component { get; }

    /// <summary>Parameters.</summary>
    public long Parameters { get; }

    /// <summary>Bytes of one copy, scales included.</summary>
    public long Bytes { get; }

    /// <summary>Bytes of one copy in GiB (2^30).</summary>
    public double Gib => (double)Bytes / ByteUnits.GiB;

    /// <summary>Formats, the one with most bytes first.</summary>
    public string Format { get; }

    /// <summary>Bytes on the GPU that holds most of the model.</summary>
    public long BytesPerGpu { get; }

    /// <summary>GiB (2^30) on the GPU that holds most of the model.</summary>
    public double GibPerGpu => (double)BytesPerGpu / ByteUnits.GiB;

    /// <summary>Share of the model's bytes, 0 to 1.</summary>
    public double Share { get; }

    /// <summary>Bytes of the model's files where they are known, on the row of the total alone.</summary>
    public long? FileBytes { get; }

    /// <summary>How far the computed bytes lie above the files', in percent of these; on the row of the total alone.</summary>
    public double? DifferencePercent { get; }

    /// <summary>The formula of each matrix, the numbers, and what the part is.</summary>
    public Rationale Rationale { get; }

    /// <summary>The component and its bytes.</summary>
    public override string ToString() => $"{Component}: {NumberText.Gib(Bytes, 2)} GiB";

    private static string FormulaOf(ModelShard shard, WeightMatrix matrix)
    {
        string layers = matrix.Layers is null ? "" : NumberText.Plain(matrix.Count) + " layers × ";
        string copies = matrix.Copies == 1 ? "" : NumberText.Plain(matrix.Copies) + " × ";
        string size = NumberText.Plain(matrix.Rows) + (matrix.Columns == 1 ? "" : " × " + NumberText.Plain(matrix.Columns));
        return $"{matrix.Name}: {layers}{copies}{size} in {matrix.Format.Name} = {NumberText.Plain(matrix.Bytes)} bytes, {NumberText.Plain(shard.BytesOf(matrix, matrix.Format))} per GPU";
    }
}
