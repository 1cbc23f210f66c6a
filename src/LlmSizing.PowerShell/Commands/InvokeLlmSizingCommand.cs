using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace LlmSizing.Commands;

/// <summary>
/// Sizes inference: one result per combination of the arguments and per scenario. The arguments vary in the order of the parameters,
/// the last of them fastest: model, server, storage, concurrency, context, precision, budget, overhead, headroom, engine, version, quantisation, traffic, degrees of parallelism, operation, storage, scenario.
/// </summary>
[Cmdlet(VerbsLifecycle.Invoke, "LlmSizing")]
[OutputType(typeof(ScenarioResult))]
public sealed partial class InvokeLlmSizingCommand : LoadCommand
{
    private readonly LastAnswer<ModelReference[], Model[]> modelsOf = new();
    private readonly LastAnswer<ServerReference[], Server[]> serversOf = new();
    private readonly LastAnswer<StorageReference[], StorageProfile?[]> profilesOf = new();
    private readonly LastAnswer<ScenarioReference[], Scenario[]> scenariosOf = new();
    private readonly LastAnswer<string[], KvPrecision?[]> precisionsOf = new();
    private static readonly StorageProfile?[] NoProfile = [null];

    private Texts texts = null!;
    private bool isStorageAnArgument;
    private RequestTraffic?[] traffics = [];
    private IReadOnlyList<Tuning> tunings = [];
    private PriceList? prices;

    /// <summary>The models.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ModelCompleter))]
    public ModelReference[] Model { get; set; } = [];

    /// <summary>The servers: one node each.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ServerCompleter))]
    public ServerReference[] Server { get; set; } = [];

    /// <summary>The storage profiles of a node; left out, nothing is said about storage.</summary>
    [Parameter(Position = 2, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(StorageCompleter))]
    [ValidateNotNullOrEmpty]
    public StorageReference[]? Storage { get; set; }

    /// <summary>Tokens of each session's context, 1 to 10^9.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("effective_context")]
    [AllowNull]
    [ContextTokens]
    public long[] EffectiveContext { get; set; } = [];

    /// <summary>Number types of keys and values; the model's default when left out.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("kv_precision")]
    [ArgumentCompleter(typeof(KvPrecisionCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? KvPrecision { get; set; }

    /// <summary>Share of the memory after the overhead that holds KV cache, 0 to 1; the scenario's default when left out.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("kv_budget_ratio")]
    [KvBudgetRatio]
    public decimal[]? KvBudgetRatio { get; set; }

    /// <summary>GiB of the node that are not KV cache, 0 to 10^6; the scenario's default per GPU, and never less than the weights, when left out.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("runtime_overhead_gib")]
    [RuntimeOverheadGib]
    public decimal[]? RuntimeOverheadGib { get; set; }

    /// <summary>Share of the load added for peaks, 0 to 10; the scenario's default when left out.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("peak_headroom_ratio")]
    [PeakHeadroomRatio]
    public decimal[]? PeakHeadroomRatio { get; set; }

    /// <summary>Scenarios by name, wildcard or object; all of the catalogs when left out.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ScenarioCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public ScenarioReference[]? Scenario { get; set; }

    /// <summary>GPUs that split each matrix, or auto for the placement with the fewest nodes; left out with -Engine alone, auto.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("tensor_parallel")]
    [ArgumentCompleter(typeof(TensorParallelCompleter))]
    [ParallelismOrAuto]
    public long[]? TensorParallel { get; set; }

    /// <summary>The engines; vllm where a placement alone is given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(EngineCompleter))]
    public string[]? Engine { get; set; }

    /// <summary>Versions of the engine; the newest known when left out.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("engine_version")]
    [ValidateNotNullOrEmpty]
    public string[]? EngineVersion { get; set; }

    /// <summary>What the workload is called, in results and reports.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    [NameLength(128)]
    public string? Workload { get; set; }

    private bool IsPlaced => TensorParallel is not null || Engine is { Length: > 0 } || EngineVersion is not null || Quantization is not null || IsSplitFurther || HasTraffic;

    // Where the requests per second alone are given, the sessions follow from them; this number stands in their place until then.
    private long[] Sessions => Concurrency.Length > 0 ? Concurrency : [1];

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        texts = CatalogStore.TextsFor(this);
        isStorageAnArgument = MyInvocation.BoundParameters.ContainsKey(nameof(Storage));
    }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        Catalog catalog = Catalog;
        Scenario[] scenarios = scenariosOf.For(Scenario, catalog, asked => ResolveScenarios(asked, Record()));
        KvPrecision?[] precisions = precisionsOf.For(KvPrecision, catalog, asked => ResolvePrecisions(asked, Record()));
        Server[] servers = serversOf.For(Server, catalog, asked => Resolve(asked!));
        StorageProfile?[] profiles = profilesOf.For(Storage, catalog, asked => asked is null || IsForAnother(asked) ? NoProfile : Resolve(asked));
        Deployment[] deployments = IsPlaced
            ? Deployments(Engine is { Length: > 0 } ? Engine : [DeploymentGrid.DefaultEngine], EngineVersion, Quantization, Record())
            : [];
        try
        {
            // Not two parameter sets: with them the binder takes a wrong number in one as a wish for the other, and says nothing.
            if (Concurrency.Length == 0 && RequestsPerSecond is null)
            {
                throw new SizingException("Concurrency", "Neither sessions nor requests are given: write -Concurrency, or -RequestsPerSecond with -InputTokens and -OutputTokens.");
            }
            traffics = Traffics();
            tunings = catalog.Tunings;
            prices = PriceCatalog is null && catalog.Prices.Count == 0 ? null : new PriceList(catalog.Prices);
            Write(
                new SizingGrid(
                    modelsOf.For(Model, catalog, asked => Resolve(asked!)), servers, profiles,
                    new RequirementsGrid(Sessions, EffectiveContext, precisions, KvBudgetRatio, RuntimeOverheadGib, PeakHeadroomRatio)),
                deployments, scenarios);
        }
        catch (SizingException error)
        {
            WriteError(Errors.CannotSize(error, Record()));
        }
    }

    private void Size(Model model, Server server, StorageProfile? profile, Requirements requirements, Deployment[] deployments, Scenario[] scenarios, Action<object> write)
    {
        try
        {
            if (!IsPlaced)
            {
                Size(new SizingRequest(model, server, profile, requirements), scenarios, write);
            }
            foreach (Deployment deployment in deployments)
            {
                foreach (RequestTraffic? traffic in traffics)
                {
                    foreach (SizingRequest request in Requests(model, server, profile, requirements, deployment, traffic, scenarios))
                    {
                        Size(request, scenarios, write);
                    }
                }
            }
        }
        catch (SizingException error)
        {
            write(error);
        }
    }

    private IEnumerable<SizingRequest> Requests(
        Model model, Server server, StorageProfile? profile, Requirements requirements, Deployment deployment, RequestTraffic? traffic, Scenario[] scenarios)
    {
        if (scenarios.Length == 0)
        {
            yield break;
        }
        bool areSessionsGiven = Concurrency.Length > 0;
        long[] degrees = TensorParallel ?? (IsSplitFurther ? [1] : [ParallelismOrAutoAttribute.Auto]);
        if (degrees.Contains(ParallelismOrAutoAttribute.Auto))
        {
            if (IsSplitFurther)
            {
                throw new SizingException("TensorParallel", "TensorParallel auto chooses every degree: leave the others out, or write the tensor-parallel degree.");
            }
            yield return traffic is null
                ? Request(new PlacementSearch(model, requirements, deployment, scenarios[0]).Best(server))
                : TrafficSearch.Best(model, server, profile, requirements, areSessionsGiven, deployment, traffic, tunings, scenarios[0]);
        }
        foreach (Placement placement in Placements(degrees.Where(degree => degree != ParallelismOrAutoAttribute.Auto).ToArray()))
        {
            yield return Request(placement);
        }

        SizingRequest Request(Placement placement)
        {
            var plan = new NodePlan(model, server, requirements, deployment, placement);
            return traffic is null
                ? new SizingRequest(model, server, profile, requirements, plan)
                : TrafficSearch.Of(model, server, profile, requirements, areSessionsGiven, plan, traffic, tunings, scenarios[0]);
        }
    }

    private void Size(SizingRequest request, Scenario[] scenarios, Action<object> write)
    {
        try
        {
            foreach (SizingRequest asked in WithOperations(request.Named(string.IsNullOrEmpty(Workload) ? null : Workload)).SelectMany(WithStorage))
            {
                foreach (Scenario scenario in scenarios)
                {
                    write(new ScenarioResult(asked, scenario, CapacityPlanner.Solve(asked, scenario), texts));
                }
            }
        }
        catch (SizingException error)
        {
            write(error);
        }
    }

    // What an error is about: the record of the pipeline where one of these was read from it, else the model.
    private object Record()
    {
        object[] origins = [Model[0].Origin, Server[0].Origin, Storage?[0].Origin ?? ""];
        return origins.FirstOrDefault(origin => origin is PSObject { BaseObject: PSCustomObject }) ?? origins[0];
    }

    // What comes from the pipeline is offered to every parameter that takes pipeline input; a bare name is the model's, else the server's.
    private bool IsForAnother(StorageReference[] storage) => !isStorageAnArgument && (storage[0].SaysNothing
        || (storage[0].Origin is string name && (ReferenceEquals(name, Model[0].Origin) || ReferenceEquals(name, Server[0].Origin))));
}
