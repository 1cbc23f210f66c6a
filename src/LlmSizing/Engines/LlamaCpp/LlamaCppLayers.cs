using System;

namespace LlmSizing;

/// <summary>Which layers lie on which device: the last ones and the output, dealt in equal parts.</summary>
/// <remarks>llama-model.cpp, <c>load_tensors</c>: i_gpu_start, act_gpu_layers and the splits of --split-mode layer on devices of equal memory.</remarks>
internal static class LlamaCppLayers
{
    /// <summary>A stage's case with the layers that llama.cpp puts on its device in place of an even pipeline.</summary>
    public static EngineCase On(EngineCase stage)
    {
        long layers = stage.Model.Architecture?.Sizes.NumHiddenLayers ?? stage.Model.NumLayers;
        // The output is one unit more, after the layers.
        long units = Math.Min(stage.Settings.OffloadedLayers ?? long.MaxValue, layers + 1);
        long start = LlamaCppRule.Holds("output_first", stage.Version) ? layers + 1 - units : Math.Max(0, layers - units);
        return With(stage, StageOf(stage.Shard.Stage.Index, stage.Placement.PipelineParallel, start, start + units, layers));
    }

    /// <summary>Whether a device holds the output.</summary>
    public static bool HasOutput(EngineCase of) => of.Shard.Stage.IsLast;

    // Unit number u from the start lies on device floor(u × devices / units).
    private static PipelineStage StageOf(long device, long devices, long start, long end, long layers)
    {
        long units = end - start;
        long from = start + Division.Ceiling(device * units, devices);
        long to = start + Division.Ceiling((device + 1) * units, devices);
        return PipelineStage.Of(device, Math.Min(from, layers), Math.Min(to, layers), from <= layers && to > layers);
    }

    private static EngineCase With(EngineCase of, PipelineStage stage) => new(
        of.Engine, new ModelShard(of.Model, of.Placement, stage), of.GpuBytes, of.Settings, of.Calibration, of.Gpu, of.ObservedWeightBytes);
}
