using System.Linq;

namespace LlmSizing;

/// <summary>Whether two requests ask the same: a name alone is not enough, as a catalog may override an entry between two runs.</summary>
internal static class RequestIdentity
{
    public static bool Same(SizingRequest left, SizingRequest right) =>
        ReferenceEquals(left, right)
        || ((ReferenceEquals(left.Model, right.Model) || Of(left.Model).SequenceEqual(Of(right.Model)))
            && (ReferenceEquals(left.Server, right.Server) || Of(left.Server).SequenceEqual(Of(right.Server)))
            && (ReferenceEquals(left.Storage, right.Storage) || Of(left.Storage).SequenceEqual(Of(right.Storage)))
            && left.Workload == right.Workload
            && Of(left.Requirements).SequenceEqual(Of(right.Requirements))
            && Of(left.Plan).SequenceEqual(Of(right.Plan))
            && Of(left.Traffic).SequenceEqual(Of(right.Traffic))
            && (ReferenceEquals(left.StorageWorkload, right.StorageWorkload) || Of(left.StorageWorkload).SequenceEqual(Of(right.StorageWorkload)))
            && Of(left.Operations).SequenceEqual(Of(right.Operations)));

    private static object?[] Of(Model model) =>
    [
        model.Name, model.Layers.ToString(), model.MaxPositionEmbeddings, model.DefaultKvPrecision.Name,
        model.TotalParamsB, model.ActiveParamsB, model.WeightsGib, model.Estimate,
    ];

    private static object?[] Of(Server server) =>
    [
        server.Name, server.Gpu, server.Gpus, server.HbmPerGpuGb, server.UsableHbmPerGpuGib, server.HbmBandwidthTbS,
        server.Fp8Units, server.Int8Units, server.Estimate,
    ];

    private static object?[] Of(StorageProfile? storage) => storage is null ? [] :
    [
        storage.Name, storage.Type, storage.IopsRead, storage.IopsWrite, storage.ThroughputReadGbS, storage.ThroughputWriteGbS,
        storage.LatencyP99ReadMs, storage.LatencyP99WriteMs, storage.Estimate,
    ];

    private static object?[] Of(NodePlan? plan) => plan is null ? [] :
    [
        plan.Placement.ToString(), plan.Deployment.ToString(), plan.Deployment.Calibration?.Name, plan.Node,
    ];

    private static object?[] Of(RequestTraffic? traffic) => traffic is null ? [] :
    [
        traffic.RequestsPerSecond, traffic.ThinkTimeSeconds, traffic.TurnsPerSession, traffic.InputTokens.ToString(), traffic.OutputTokens.ToString(),
        traffic.Objective.ToString(), traffic.NodeAvailability, traffic.PrefixCacheHitRatio,
    ];

    private static object?[] Of(StorageWorkload? workload) => workload is null ? [] :
    [
        workload.IsShared, workload.MaxLoadSeconds, workload.InitSeconds, workload.NicGbS, workload.ReadBlockKib, workload.ModelVersions, workload.VersionMarginRatio,
        workload.LogGbPerDay, workload.RetentionDays, workload.CheckpointCount, workload.RollingUpdateNodes, workload.OffloadTier,
    ];

    private static object?[] Of(Operations? asked) => asked is null ? [] :
    [
        asked.Pue, asked.RackPowerKw, asked.RackHeightUnits, asked.Co2GramsPerKwh, asked.EnergyPricePerKwh, asked.PricePerHour, asked.CapexPerNode,
        asked.DepreciationMonths, asked.Utilization, asked.Currency, asked.InputTokensPerSecond, asked.OutputTokensPerSecond, asked.UsesPriceList, asked.PriceOrigin,
    ];

    private static object?[] Of(Requirements asked) =>
    [
        asked.Concurrency, asked.EffectiveContext, asked.KvPrecision?.Name, asked.KvBudgetRatio, asked.RuntimeOverheadGib, asked.PeakHeadroomRatio,
    ];
}
