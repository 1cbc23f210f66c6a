using System.Collections.Generic;

namespace LlmSizing;

/// <summary>What vLLM takes of a GPU before the cache: determine_available_memory of vllm/v1/worker/gpu_worker.py.</summary>
internal static class VllmBudget
{
    public static EngineBudget Of(EngineCase of)
    {
        long budget = (long)(of.GpuBytes * of.MemoryFraction);
        var components = new List<MemoryComponent> { Engine.Weights(of) };
        if (of.Calibration is not null && (of.Settings.KvCacheBytes is null || of.Model.Architecture is not null))
        {
            components.Add(VllmActivation.Of(of));
            components.Add(NonTorch(of));
            components.Add(VllmGraphs.Of(of));
        }
        else if (of.Settings.KvCacheBytes is null)
        {
            throw new SizingException("Calibration", "vllm needs a calibration: name one of the catalog's, such as vllm-0.19.");
        }
        return new EngineBudget(of, budget, components);
    }

    private static MemoryComponent NonTorch(EngineCase of)
    {
        CalibrationConstant one = of.Constant(CalibrationNames.NonTorchGib);
        if (of.Placement.TensorParallel == 1)
        {
            return new MemoryComponent("non_torch", one.GibBytes, $"{one.Name} {NumberText.AsWritten(one.Value)}", one.ErrorPercent, one.Evidence);
        }
        CalibrationConstant all = of.Constant(GpuNames.HasNvlinkSwitch(of.Gpu) ? CalibrationNames.NvlinkParallelGib : CalibrationNames.ParallelGib);
        return new MemoryComponent(
            "non_torch", one.GibBytes + all.GibBytes, $"{one.Name} {NumberText.AsWritten(one.Value)} + {all.Name} {NumberText.AsWritten(all.Value)}",
            System.Math.Max(one.ErrorPercent, all.ErrorPercent), all.Evidence);
    }
}
