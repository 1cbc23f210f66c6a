using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>Weights as an engine loads them, which is not quite as they are published.</summary>
/// <remarks>
/// Checkpoints in fp32 are loaded in 16 bits (dtype auto). The rotary embedding's table, positions × rotary elements, is made for the model's longest context: 2.5 GiB for the
/// 10 million tokens of Llama 4. Multi-head latent attention keeps its up-projection a second time, split for the absorbed form. mxfp4 experts are padded to the kernels' tiles.
/// </remarks>
internal static class LoadedWeights
{
    private const decimal ErrorPercent = 3;
    private const decimal FileErrorPercent = 10;
    private const long HiddenTile = 256;
    private const long SplitTile = 128;
    private const string UpProjection = "kv_b_proj";
    private static readonly WeightFormat SixteenBits = WeightFormat.Find("bf16")!;

    /// <summary>The weights of a stage's busiest GPU.</summary>
    /// <param name="of">The case.</param>
    /// <param name="rotaryBytes">Bytes of an element of the rotary table; 0 where the engine keeps none.</param>
    public static MemoryComponent Of(EngineCase of, long rotaryBytes)
    {
        if (of.ObservedWeightBytes is long observed)
        {
            return new MemoryComponent("weights", observed, "observed");
        }
        if (of.Model.Architecture is not { Weights.Count: > 0 })
        {
            return FromFile(of);
        }
        long published = of.Shard.Weights().Sum(matrix => of.Shard.BytesOf(matrix, Loaded(matrix.Format)));
        var parts = new List<(string Name, long Bytes)> { ("matrices", published) };
        Add(parts, "padding of mxfp4 experts", of.Shard.Weights().Where(matrix => matrix.Component == WeightComponent.Experts && matrix.Format.Name == "mxfp4").Sum(matrix => Padding(of, matrix)));
        Add(parts, "absorbed up-projection", of.Shard.Weights().Where(matrix => matrix.Name == UpProjection).Sum(matrix => of.Shard.BytesOf(matrix, SixteenBits)));
        Add(parts, "rotary table", checked(of.Model.MaxPositionEmbeddings * RotaryElements(of.Model) * rotaryBytes));
        return new MemoryComponent(
            "weights", parts.Sum(part => part.Bytes), string.Join(" + ", parts.Select(part => $"{NumberText.Gib(part.Bytes, 2)} GiB {part.Name}")), ErrorPercent,
            "24 start-up logs of vLLM 0.19; the matrices of the model's architecture");
    }

    private static MemoryComponent FromFile(EngineCase of)
    {
        decimal gib = of.Model.WeightsGib
            ?? throw new SizingException("Model", $"Model '{of.Model.Name}' has no architecture in its catalog entry, so that its weights on a GPU are not known: import its config.json, or add architecture and weights.");
        long gpus = of.Placement.TensorParallel * of.Placement.PipelineParallel * (of.Placement.DataParallelAttention ? of.Placement.DataParallel : 1);
        return new MemoryComponent(
            "weights", (long)(gib * ByteUnits.GiB / gpus), $"{NumberText.AsWritten(gib)} GiB file / {NumberText.Plain(gpus)} GPUs", FileErrorPercent, "The size of the file, spread evenly");
    }

    private static WeightFormat Loaded(WeightFormat format) => format.Name == "fp32" ? SixteenBits : format;

    // Marlin's layout: the split dimension to 128, the hidden one to 256; kernels of Blackwell and of AMD want 256 of both.
    private static long Padding(EngineCase of, WeightMatrix matrix)
    {
        long split = of.Gpu is string gpu && (GpuNames.Contains(gpu, "B200") || GpuNames.Contains(gpu, "B300") || GpuNames.Contains(gpu, "MI3")) ? HiddenTile : SplitTile;
        long parts = of.Placement.ExpertTensorParallel;
        long copies = of.Shard.CountOf(matrix) * Division.Ceiling(matrix.Copies, of.Placement.ExpertParallel);
        (long rows, long columns) = matrix.Split == WeightSplit.Row
            ? (RoundUp(matrix.Rows, HiddenTile), RoundUp(Division.Ceiling(matrix.Columns, parts), split))
            : (RoundUp(Division.Ceiling(matrix.Rows, parts), split), RoundUp(matrix.Columns, HiddenTile));
        return Math.Max(0, checked((copies * matrix.Format.Bytes(rows, columns)) - of.Shard.BytesOf(matrix, matrix.Format)));
    }

    private static long RotaryElements(Model model) => model.Layers.Select(group => group switch
    {
        LatentAttention latent => latent.RopeDim,
        HeadAttention heads => heads.HeadDim ?? 0,
        _ => 0,
    }).DefaultIfEmpty().Max();

    private static void Add(List<(string Name, long Bytes)> parts, string name, long bytes)
    {
        if (bytes > 0)
        {
            parts.Add((name, bytes));
        }
    }

    private static long RoundUp(long value, long multiple) => Division.Ceiling(value, multiple) * multiple;
}
