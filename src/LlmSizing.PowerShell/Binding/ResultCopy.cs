using System;
using System.Management.Automation;

namespace LlmSizing.Commands;

/// <summary>
/// A result of another process, solved again here: numbers alone could not describe themselves. It is taken only where question and numbers
/// are those of the copy, so that what is reported is what was computed.
/// </summary>
internal sealed class ResultCopy(PSObject copy, Catalog catalog)
{
    private readonly CopiedObject copy = new(copy);

    /// <exception cref="ArgumentTransformationMetadataException">It would not be the same here; says why.</exception>
    internal ScenarioResult Solve(Texts texts)
    {
        CopiedObject asked = copy.Part("Request") ?? throw Refused("its question did not come along");
        Scenario scenario = Known("scenario", copy.Name("ScenarioDefinition"), catalog.FindScenario);
        try
        {
            var request = RequestOf(asked);
            var result = new ScenarioResult(request, scenario, CapacityPlanner.Solve(request, scenario), texts);
            string? difference = Likeness.Difference(request, asked.Record, "Request")
                ?? Likeness.Difference(scenario, copy["ScenarioDefinition"], "Scenario")
                ?? Likeness.Difference(result.Capacity, copy["Capacity"], "Capacity");
            return difference is null ? result : throw Refused($"{difference} is not the same here");
        }
        catch (SizingException error)
        {
            throw Refused(error.Message);
        }
    }

    private SizingRequest RequestOf(CopiedObject asked)
    {
        Model model = Known("model", asked.Name("Model"), catalog.FindModel);
        Server server = Known("server", asked.Name("Server"), catalog.FindServer);
        StorageProfile? storage = asked["Storage"] is null ? null : Known("storage profile", asked.Name("Storage"), catalog.FindStorage);
        CopiedObject load = asked.Part("Requirements") ?? throw Refused("its requirements did not come along");
        var requirements = new Requirements(
            load.Whole("Concurrency"), load.Whole("EffectiveContext"), load["KvPrecision"] is null ? null : Known("KV precision", load.Name("KvPrecision"), KvPrecision.Find),
            load["KvBudgetRatio"] as decimal?, load["RuntimeOverheadGib"] as decimal?, load["PeakHeadroomRatio"] as decimal?);
        NodePlan? plan = asked.Part("Plan") is CopiedObject placed ? PlanOf(placed, model, server, requirements) : null;
        var request = new SizingRequest(model, server, storage, requirements, plan);
        return asked.Part("StorageWorkload") is CopiedObject workload ? request.With(WorkloadOf(workload)) : request;
    }

    private static StorageWorkload WorkloadOf(CopiedObject workload) => new(
        workload["IsShared"] is true, workload["MaxLoadSeconds"] as decimal?, workload["InitSeconds"] as decimal?, workload["NicGbS"] as decimal?,
        workload["ReadBlockKib"] as long?, workload["ModelVersions"] as long?, workload["VersionMarginRatio"] as decimal?,
        workload["LogGbPerDay"] as decimal?, workload["RetentionDays"] as decimal?, workload["CheckpointCount"] as long?, workload["RollingUpdateNodes"] as long?,
        Enum.TryParse(workload.Name("OffloadTier"), out OffloadTier tier) ? tier : null);

    private NodePlan PlanOf(CopiedObject plan, Model model, Server server, Requirements requirements)
    {
        CopiedObject deployment = plan.Part("Deployment") ?? throw Refused("its deployment did not come along");
        CopiedObject placement = plan.Part("Placement") ?? throw Refused("its placement did not come along");
        return new NodePlan(
            model, server, requirements,
            new Deployment(
                Known("engine", deployment.Name("Engine"), EngineList.Find),
                Known("engine version", deployment.Name("EngineVersion"), EngineVersion.Parse),
                deployment["Calibration"] is null ? null : Known("calibration", deployment.Name("Calibration"), catalog.FindCalibration),
                Known("quantization", deployment.Name("Quantization"), QuantizationList.Find)),
            new Placement(
                placement.Whole("TensorParallel"), placement.Whole("PipelineParallel"), placement.Whole("DataParallel"),
                placement.Whole("ExpertParallel"), placement.Whole("ContextParallel"), placement["DataParallelAttention"] is true));
    }

    private T Known<T>(string kind, string? name, Func<string, T?> find)
        where T : class => find(name ?? "") ?? throw Refused($"no catalog of this session has the {kind} '{name}'");

    private ArgumentTransformationMetadataException Refused(string why) => new(
        $"'{copy.Record}' came from another process, and {why}. Write its report where it was computed, or name the catalogs it was computed with in {CatalogStore.PathVariable}.");
}
