using System;
using System.Management.Automation;

namespace LlmSizing.Commands;

/// <summary>
/// A sizing of another process, solved again here: numbers alone could not describe themselves. It is taken only where question and numbers
/// are those of the copy, so that what is reported is what was computed.
/// </summary>
internal sealed class ResultCopy(PSObject copy, Catalog catalog) : CopyReader(copy, catalog)
{
    /// <exception cref="ArgumentTransformationMetadataException">It would not be the same here; says why.</exception>
    internal ScenarioResult Solve(Texts texts)
    {
        CopiedObject asked = Copy.Part("Request") ?? throw Refused("its question did not come along");
        Scenario scenario = Known("scenario", Copy.Name("ScenarioDefinition"), Catalog.FindScenario).AsCopied(Copy["ScenarioDefinition"]);
        try
        {
            SizingRequest request = RequestOf(asked);
            var result = new ScenarioResult(request, scenario, CapacityPlanner.Solve(request, scenario), texts);
            Require(
                Likeness.Difference(request, asked.Record, "Request")
                ?? Likeness.Difference(scenario, Copy["ScenarioDefinition"], "Scenario")
                ?? Likeness.Difference(result.Capacity, Copy["Capacity"], "Capacity"));
            return result;
        }
        catch (SizingException error)
        {
            throw Refused(error.Message);
        }
    }

    private SizingRequest RequestOf(CopiedObject asked)
    {
        Model model = ModelOf(asked);
        Server server = ServerOf(asked);
        StorageProfile? storage = asked["Storage"] is null ? null : Known("storage profile", asked.Name("Storage"), Catalog.FindStorage);
        CopiedObject load = asked.Part("Requirements") ?? throw Refused("its requirements did not come along");
        var requirements = new Requirements(
            load.Whole("Concurrency"), load.Whole("EffectiveContext"), PrecisionOf(load, "KvPrecision"),
            load["KvBudgetRatio"] as decimal?, load["RuntimeOverheadGib"] as decimal?, load["PeakHeadroomRatio"] as decimal?);
        NodePlan? plan = asked.Part("Plan") is CopiedObject placed ? PlanOf(placed, model, server, requirements) : null;
        RequestTraffic? traffic = asked.Part("Traffic") is CopiedObject requests ? TrafficOf(requests) : null;
        TuningChoice? tuning = plan is null || asked["Tuning"] is null ? null : TuningChoice.Of(Catalog.Tunings, plan);
        Operations? operations = asked.Part("Operations") is CopiedObject said ? OperationsOf(said) : null;
        SizingRequest request = new SizingRequest(model, server, storage, requirements, plan, traffic, tuning, operations).Named(asked.Name("Workload"));
        return asked.Part("StorageWorkload") is CopiedObject workload ? request.With(WorkloadOf(workload)) : request;
    }

    private RequestTraffic TrafficOf(CopiedObject traffic)
    {
        CopiedObject objective = traffic.Part("Objective") ?? throw Refused("what was promised of latency did not come along");
        return new RequestTraffic(
            TokenLengths.Parse(traffic.Name("InputTokens") ?? "", "InputTokens"), TokenLengths.Parse(traffic.Name("OutputTokens") ?? "", "OutputTokens"),
            traffic["RequestsPerSecond"] as decimal?, traffic["ThinkTimeSeconds"] as decimal?, traffic["TurnsPerSession"] as long?,
            new ServiceObjective(objective["TtftMs"] as decimal?, objective["TpotMs"] as decimal?, objective["Percentile"] as decimal?),
            traffic["NodeAvailability"] as decimal?, traffic["PrefixCacheHitRatio"] as decimal?);
    }

    private static Operations OperationsOf(CopiedObject said) => new(
        said["Pue"] as decimal?, said["RackPowerKw"] as decimal?, said["RackHeightUnits"] as decimal?, said["Co2GramsPerKwh"] as decimal?, said["EnergyPricePerKwh"] as decimal?,
        said["PricePerHour"] as decimal?, said["CapexPerNode"] as decimal?, said["DepreciationMonths"] as decimal?, said["Utilization"] as decimal?, said.Name("Currency"),
        said["InputTokensPerSecond"] as decimal?, said["OutputTokensPerSecond"] as decimal?, said["UsesPriceList"] is true, said.Name("PriceOrigin"));

    private static StorageWorkload WorkloadOf(CopiedObject workload) => new(
        workload["IsShared"] is true, workload["MaxLoadSeconds"] as decimal?, workload["InitSeconds"] as decimal?, workload["NicGbS"] as decimal?,
        workload["ReadBlockKib"] as long?, workload["ModelVersions"] as long?, workload["VersionMarginRatio"] as decimal?,
        workload["LogGbPerDay"] as decimal?, workload["RetentionDays"] as decimal?, workload["CheckpointCount"] as long?, workload["RollingUpdateNodes"] as long?,
        Enum.TryParse(workload.Name("OffloadTier"), out OffloadTier tier) ? tier : null);
}
