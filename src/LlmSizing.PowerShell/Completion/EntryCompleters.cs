using System.Collections.Generic;
using System.Linq;

namespace LlmSizing.Commands;

/// <summary>Completes model names; the tooltip says the size.</summary>
public sealed class ModelCompleter : CatalogCompleter
{
    private protected override IEnumerable<Completion> Complete(Catalog catalog) => catalog.Models.Select(model => new Completion(
        model.Name,
        $"{Size(model)}{NumberText.Plain(model.NumLayers)} layers ({model.AttentionPattern}), {NumberText.Grouped(model.MaxPositionEmbeddings)} tokens"));

    private static string Size(Model model) => model.TotalParamsB is decimal billions ? NumberText.AsWritten(billions) + " B parameters, " : "";
}

/// <summary>Completes server names; the tooltip says the GPUs and their memory.</summary>
public sealed class ServerCompleter : CatalogCompleter
{
    private protected override IEnumerable<Completion> Complete(Catalog catalog) => catalog.Servers.Select(server => new Completion(
        server.Name,
        $"{NumberText.Plain(server.Gpus)} x {NumberText.AsWritten(server.HbmPerGpuGb)} GB{(server.Gpu is null ? "" : ", " + server.Gpu)}"));
}

/// <summary>Completes storage profile names; the tooltip says the throughput.</summary>
public sealed class StorageCompleter : CatalogCompleter
{
    private protected override IEnumerable<Completion> Complete(Catalog catalog) => catalog.StorageProfiles.Select(profile => new Completion(
        profile.Name,
        profile.Type + (profile.ThroughputReadGbS is decimal read ? $", reads {NumberText.AsWritten(read)} GB/s" : "")));
}

/// <summary>Completes scenario names; the tooltip says the rules.</summary>
public sealed class ScenarioCompleter : CatalogCompleter
{
    private protected override IEnumerable<Completion> Complete(Catalog catalog) => catalog.Scenarios.Select(scenario => new Completion(
        scenario.Name,
        $"headroom {scenario.PeakHeadroom}, KV budget {scenario.KvBudget}, HA {scenario.HaMode}"));
}

/// <summary>Completes calibrations; the tooltip says the engine and the oldest version.</summary>
public sealed class CalibrationCompleter : CatalogCompleter
{
    private protected override IEnumerable<Completion> Complete(Catalog catalog) => catalog.Calibrations.Select(calibration => new Completion(
        calibration.Name,
        calibration.Engine + (calibration.EngineVersion is null ? "" : " from " + calibration.EngineVersion)));
}
