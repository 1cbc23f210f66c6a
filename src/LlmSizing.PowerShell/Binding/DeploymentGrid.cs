using System.Collections.Generic;
using System.Linq;

namespace LlmSizing.Commands;

/// <summary>Every combination of engine, version and quantisation; the last argument varies fastest.</summary>
internal static class DeploymentGrid
{
    /// <summary>The engine where a placement is asked for and none is named: the ideal one knows no activations, so that its plans would not start.</summary>
    internal const string DefaultEngine = "vllm";

    internal static IEnumerable<Deployment> Of(
        IReadOnlyList<Engine> engines, IReadOnlyList<EngineVersion?> versions, IReadOnlyList<Quantization> quantizations, IReadOnlyList<Calibration> calibrations) =>
        from engine in engines
        from version in versions
        from quantization in quantizations
        select new Deployment(engine, version, Calibration.Resolve(calibrations, engine, version), quantization);
}
