using System;
using System.Management.Automation;

namespace LlmSizing.Commands;

/// <summary>Finds what a result of another process is made of in the catalogs here.</summary>
internal abstract class CopyReader(PSObject copy, Catalog catalog)
{
    private protected CopiedObject Copy { get; } = new(copy);

    private protected Catalog Catalog { get; } = catalog;

    private protected Model ModelOf(CopiedObject asked) => Known("model", asked.Name("Model"), Catalog.FindModel);

    private protected Server ServerOf(CopiedObject asked) => Known("server", asked.Name("Server"), Catalog.FindServer);

    private protected KvPrecision? PrecisionOf(CopiedObject asked, string member) => asked[member] is null ? null : Known("KV precision", asked.Name(member), KvPrecision.Find);

    private protected NodePlan PlanOf(CopiedObject plan, Model model, Server server, Requirements requirements)
    {
        CopiedObject deployment = plan.Part("Deployment") ?? throw Refused("its deployment did not come along");
        CopiedObject placement = plan.Part("Placement") ?? throw Refused("its placement did not come along");
        return new NodePlan(
            model, server, requirements,
            new Deployment(
                Known("engine", deployment.Name("Engine"), EngineList.Find),
                Known("engine version", deployment.Name("EngineVersion"), EngineVersion.Parse),
                deployment["Calibration"] is null ? null : Known("calibration", deployment.Name("Calibration"), Catalog.FindCalibration),
                Known("quantization", deployment.Name("Quantization"), QuantizationList.Find)),
            new Placement(
                placement.Whole("TensorParallel"), placement.Whole("PipelineParallel"), placement.Whole("DataParallel"),
                placement.Whole("ExpertParallel"), placement.Whole("ContextParallel"), placement["DataParallelAttention"] is true));
    }

    private protected T Known<T>(string kind, string? name, Func<string, T?> find)
        where T : class => find(name ?? "") ?? throw Refused($"no catalog of this session has the {kind} '{name}'");

    /// <exception cref="ArgumentTransformationMetadataException">There is a difference.</exception>
    private protected void Require(string? difference)
    {
        if (difference is not null)
        {
            throw Refused($"{difference} is not the same here");
        }
    }

    private protected ArgumentTransformationMetadataException Refused(string why) => new(
        $"'{Copy.Record}' came from another process, and {why}. Write its report where it was computed, or name the catalogs it was computed with in {CatalogStore.PathVariable}.");
}
