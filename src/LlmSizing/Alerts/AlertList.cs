using System.Collections.Generic;

namespace LlmSizing;

/// <summary>Every alert rule, the most severe first.</summary>
public static class AlertList
{
    /// <summary>The rules.</summary>
    public static IReadOnlyList<AlertRule> All { get; } =
    [
        new NoKvBudgetRule(),
        new NoSessionFitsRule(),
        new OverheadBelowWeightsRule(),
        new WeightsDoNotFitRule(),
        new ContextBeyondReplicaRule(),
        new QuantizationNotRunRule(),
        new SloUnreachableRule(),
        new ContextClampedRule(),
        new SixteenBitKvRule(),
        new KvPrecisionWithoutUnitsRule(),
        new WeightsWithoutUnitsRule(),
        new TensorParallelCrossesDomainRule(),
        new KvHeadsReplicatedRule(),
        new PipelineUnevenRule(),
        new BudgetRatioHighRule(),
        new BudgetRatioLowRule(),
        new OverheadLowForLargeModelRule(),
        new LongContextRule(),
        new HeadroomHighRule(),
        new StorageReloadSlowRule(),
        new StorageLoadSlowRule(),
        new StorageIopsBoundRule(),
        new KvOffloadSlowerThanRecomputeRule(),
        new RackPowerBelowNodeRule(),
        new PowerUnknownRule(),
        new PriceUnknownRule(),
        new CatalogEstimateRule(),
        new SurvivorsOverloadedRule(),
        new TimesUncalibratedRule(),
        new NoRedundancyRule(),
        new IdleFleetRule(),
        new KvPrecisionOverriddenRule(),
        new UsableHbmBelowMarketedRule(),
    ];
}
