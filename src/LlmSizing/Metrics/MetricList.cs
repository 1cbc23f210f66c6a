using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>Every metric, in the order of the report.</summary>
public static class MetricList
{
    /// <summary>The metrics.</summary>
    public static IReadOnlyList<Metric> All { get; } =
    [
        new KvPerSessionMetric(),
        new KvTotalMetric(),
        new HbmTotalMetric(),
        new WeightsMetric(),
        new GpusPerReplicaMetric(),
        new WeightsPerGpuMetric(),
        new OverheadPerGpuMetric(),
        new KvPerGpuMetric(),
        new KvPerSessionPerGpuMetric(),
        new KvBudgetMetric(),
        new SessionsPerReplicaMetric(),
        new ReplicasPerNodeMetric(),
        new NodesPerReplicaMetric(),
        new SessionsPerNodeMetric(),
        new RequestsPerSecondMetric(),
        new NodesMemoryMetric(),
        new NodesThroughputMetric(),
        new NodesSloMetric(),
        new BindingMetric(),
        new NodesCapacityMetric(),
        new NodesWithHeadroomMetric(),
        new NodesFinalMetric(),
        new RequestsInFlightMetric(),
        new UtilizationRatioMetric(),
        new PeakTtftMetric(),
        new PeakTpotMetric(),
        new SurvivorSessionsLostMetric(),
        new SurvivorTtftMetric(),
        new ServiceAvailabilityMetric(),
        new ModelLoadMetric(),
        new AllNodesLoadMetric(),
        new StorageVolumeMetric(),
        new RollingUpdateReadMetric(),
        new KvRestoreMetric(),
        new KvOffloadMetric(),
        new RestoreOrRecomputeMetric(),
        new PowerTypicalMetric(),
        new PowerPeakMetric(),
        new FacilityPowerMetric(),
        new HeatMetric(),
        new HeatBtuMetric(),
        new RackUnitsMetric(),
        new RacksMetric(),
        new PricePerHourMetric(),
        new PricePerMonthMetric(),
        new CapexMetric(),
        new CapexPerMonthMetric(),
        new EnergyCostPerMonthMetric(),
        new Co2PerMonthMetric(),
        new CostPerMonthMetric(),
        new PricePerMillionInputMetric(),
        new PricePerMillionOutputMetric(),
        new EnergyPerMillionInputMetric(),
        new EnergyPerMillionOutputMetric(),
        new Co2PerMillionInputMetric(),
        new Co2PerMillionOutputMetric(),
    ];

    /// <summary>The metrics that a result has, in the order of the report.</summary>
    public static IEnumerable<Metric> For(ScenarioResult result) => All.Where(metric => metric.AppliesTo(result));
}
