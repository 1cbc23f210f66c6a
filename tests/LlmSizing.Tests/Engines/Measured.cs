using System.Linq;

namespace LlmSizing.Tests.Engines;

/// <summary>The constants of the catalog's calibrations, for tests that read no catalog.</summary>
internal static class Measured
{
    public static readonly Calibration Calibration = Of("vllm-0.19", "0.15", 14.67m, 0.25m, 1.87m);
    public static readonly Calibration Old = Of("vllm-0.6", "0.6", 38.1m, 0.1m, 0.45m);

    public static Calibration Of(string name, string version, decimal logit, decimal nonTorch, decimal parallel) => new(
        new EntryInfo(name), "vllm", EngineVersion.Parse(version),
        new (string Name, decimal Value)[]
        {
            (CalibrationNames.SamplerBytesPerLogit, logit), (CalibrationNames.ActivationBaseGib, 0.035m), (CalibrationNames.HiddenCopies, 4), (CalibrationNames.NonTorchGib, nonTorch),
            (CalibrationNames.NvlinkParallelGib, parallel), (CalibrationNames.ParallelGib, 0.4m), (CalibrationNames.GraphBaseGib, 0.39m), (CalibrationNames.GraphMibPerLayer, 0.161m),
        }.Select(constant => new CalibrationConstant(constant.Name, constant.Value, 10, 1, "test")).ToArray());
}
