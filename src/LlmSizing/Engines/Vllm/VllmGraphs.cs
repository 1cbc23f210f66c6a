using System;

namespace LlmSizing;

/// <summary>vLLM's CUDA graphs: one for each captured batch size, piece by piece for mixed batches and whole for decoding.</summary>
/// <remarks>Sizes 1, 2, 4, then every 8th below 256 and every 16th up to twice the sequences, at most 512 (vllm/config/vllm.py, _set_cudagraph_sizes).</remarks>
internal static class VllmGraphs
{
    private const long MostTokens = 512;
    private const long FineStep = 8;
    private const long CoarseStep = 16;
    private const long CoarseFrom = 256;
    private static readonly long[] Small = [1, 2, 4];

    public static MemoryComponent Of(EngineCase of)
    {
        bool isInBudget = VllmRule.Holds("graphs_in_budget", of.Version) && !VllmRule.Holds("graphs_outside_again", of.Version);
        if (of.Settings.EnforceEager)
        {
            return new MemoryComponent("graphs", 0, "enforce_eager: none", isInBudget: isInBudget);
        }
        CalibrationConstant fixedPart = of.Constant(CalibrationNames.GraphBaseGib);
        CalibrationConstant layer = of.Constant(CalibrationNames.GraphMibPerLayer);
        long graphs = Captured(Math.Min(2 * of.MaxSequences, MostTokens)) + Captured(Math.Min(of.MaxSequences, MostTokens));
        long layers = of.Shard.Stage.End - of.Shard.Stage.First;
        long bytes = checked(fixedPart.GibBytes + (long)(graphs * layers * layer.Value * (1L << 20)));
        string formula = $"{NumberText.AsWritten(fixedPart.Value)} GiB + {NumberText.Plain(graphs)} graphs × {NumberText.Plain(layers)} layers × {NumberText.AsWritten(layer.Value)} MiB";
        return new MemoryComponent("graphs", bytes, formula, layer.ErrorPercent, layer.Evidence, isInBudget);
    }

    /// <summary>How many batch sizes up to a number are captured.</summary>
    internal static long Captured(long most)
    {
        long count = 0;
        foreach (long size in Small)
        {
            count += size <= most ? 1 : 0;
        }
        long fine = Math.Min(most, CoarseFrom - FineStep) / FineStep;
        return count + fine + (most < CoarseFrom ? 0 : ((most - CoarseFrom) / CoarseStep) + 1);
    }
}
