using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace LlmSizing.Commands;

/// <summary>Says what a fleet carries: the most sessions of a context, the longest context of a load, and what breaks first.</summary>
[Cmdlet(VerbsCommon.Get, "LlmCapacity", DefaultParameterSetName = RequestSet)]
[OutputType(typeof(FleetCapacity))]
public sealed class GetLlmCapacityCommand : PlacedCommand
{
    private const string RequestSet = "Request";
    private const string ResultSet = "Result";

    /// <summary>Results of Invoke-LlmSizing, whose placement, precision and ratios are kept.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ResultSet)]
    [ScenarioResults]
    public ScenarioResult[] InputObject { get; set; } = [];

    /// <summary>The models.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipelineByPropertyName = true, ParameterSetName = RequestSet)]
    [ArgumentCompleter(typeof(ModelCompleter))]
    public ModelReference[] Model { get; set; } = [];

    /// <summary>The servers: one node each.</summary>
    [Parameter(Mandatory = true, Position = 1, ValueFromPipelineByPropertyName = true, ParameterSetName = RequestSet)]
    [ArgumentCompleter(typeof(ServerCompleter))]
    public ServerReference[] Server { get; set; } = [];

    /// <summary>Nodes of the fleet, spares included, 1 to 10^9.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [Nodes]
    public long[] Nodes { get; set; } = [];

    /// <summary>Tokens of each session's context, 1 to 10^9, for the most sessions.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = RequestSet)]
    [Alias("effective_context")]
    [AllowNull]
    [ContextTokens]
    public long[] EffectiveContext { get; set; } = [];

    /// <summary>Sessions at the same time, 1 to 10^9, for the longest context; one when left out.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = RequestSet)]
    [Concurrency]
    public long[] Concurrency { get; set; } = [1];

    /// <summary>Number types of keys and values; the model's default when left out.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = RequestSet)]
    [Alias("kv_precision")]
    [ArgumentCompleter(typeof(KvPrecisionCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? KvPrecision { get; set; }

    /// <summary>Share of the memory for the cache that is planned for, 0 to 1; the scenario's default when left out.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = RequestSet)]
    [Alias("kv_budget_ratio")]
    [KvBudgetRatio]
    public decimal[]? KvBudgetRatio { get; set; }

    /// <summary>GiB of the node that are not KV cache, 0 to 10^6; the scenario's default or the engine's when left out.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = RequestSet)]
    [Alias("runtime_overhead_gib")]
    [RuntimeOverheadGib]
    public decimal[]? RuntimeOverheadGib { get; set; }

    /// <summary>Share of the load kept free for peaks, 0 to 10; the scenario's default when left out.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = RequestSet)]
    [Alias("peak_headroom_ratio")]
    [PeakHeadroomRatio]
    public decimal[]? PeakHeadroomRatio { get; set; }

    /// <summary>Scenarios by name, wildcard or object; all of the catalogs when left out.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = RequestSet)]
    [ArgumentCompleter(typeof(ScenarioCompleter))]
    [SupportsWildcards]
    [ValidateNotNullOrEmpty]
    public ScenarioReference[]? Scenario { get; set; }

    /// <summary>GPUs that split each matrix, or auto for the placement with the most sessions a node, on as few nodes as it can lie.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = RequestSet)]
    [Alias("tensor_parallel")]
    [ArgumentCompleter(typeof(TensorParallelCompleter))]
    [ParallelismOrAuto]
    public long[]? TensorParallel { get; set; }

    /// <summary>The engines; vllm where a placement alone is given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true, ParameterSetName = RequestSet)]
    [ArgumentCompleter(typeof(EngineCompleter))]
    public string[]? Engine { get; set; }

    /// <summary>Share of the users with a session at the same time, 0.000001 to 1, for the users.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("active_share")]
    [ActiveShare]
    public decimal[]? ActiveShare { get; set; }

    /// <summary>Seconds from a request to its last token, 0.001 to 10^6, for requests per second and, with the time to think, the users.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("response_seconds")]
    [ResponseSeconds]
    public decimal[]? ResponseSeconds { get; set; }

    /// <summary>Seconds that a user thinks between an answer and the next request, 0 to 10^6.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("think_time_seconds")]
    [ThinkSeconds]
    public decimal[]? ThinkTimeSeconds { get; set; }

    private bool IsPlaced => TensorParallel is not null || Engine is { Length: > 0 } || Quantization is not null || IsSplitFurther;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if ((ActiveShare is not null && (ResponseSeconds ?? ThinkTimeSeconds) is not null) || (ThinkTimeSeconds is not null && ResponseSeconds is null))
        {
            WriteError(Errors.UsersNotClear(ParameterSetName == ResultSet ? InputObject : Model[0].Origin));
            return;
        }
        if (ParameterSetName == ResultSet)
        {
            foreach (ScenarioResult result in InputObject)
            {
                Write(result.Request, [result.ScenarioDefinition], result);
            }
            return;
        }
        object target = Model[0].Origin;
        Scenario[] scenarios = ResolveScenarios(Scenario, target);
        Deployment?[] deployments = IsPlaced
            ? Deployments(Engine is { Length: > 0 } ? Engine : [DeploymentGrid.DefaultEngine], null, Quantization, target)
            : new Deployment?[1];
        Requirements[] loads = new RequirementsGrid(
            Concurrency, EffectiveContext, ResolvePrecisions(KvPrecision, target), KvBudgetRatio, RuntimeOverheadGib, PeakHeadroomRatio).All().ToArray();
        foreach (SizingRequest? request in
            from model in Resolve(Model)
            from server in Resolve(Server)
            from load in loads
            from deployment in deployments
            from one in Requests(model, server, load, deployment, scenarios, target)
            select one)
        {
            Write(request, scenarios, target);
        }
    }

    // A list, so that what an engine refuses is one error and the others are answered.
    private List<SizingRequest> Requests(Model model, Server server, Requirements load, Deployment? deployment, Scenario[] scenarios, object target)
    {
        var requests = new List<SizingRequest>();
        try
        {
            if (deployment is null)
            {
                requests.Add(new SizingRequest(model, server, null, load));
            }
            else
            {
                long[] degrees = TensorParallel ?? (IsSplitFurther ? [1] : [ParallelismOrAutoAttribute.Auto]);
                if (degrees.Contains(ParallelismOrAutoAttribute.Auto) && scenarios.Length > 0)
                {
                    var search = new PlacementSearch(model, load, deployment, scenarios[0]);
                    requests.Add(Placed(model, server, load, deployment, PlacementOf(search.On(server))));
                }
                requests.AddRange(Placements(degrees.Where(degree => degree != ParallelismOrAutoAttribute.Auto).ToArray())
                    .Select(placement => Placed(model, server, load, deployment, placement)));
            }
        }
        catch (SizingException error)
        {
            WriteError(Errors.CannotSize(error, target));
        }
        return requests;
    }

    // A fleet is small more often than not: a replica that spreads over nodes comes after those that do not.
    private static Placement PlacementOf(IEnumerable<PlacementCandidate> candidates)
    {
        PlacementCandidate best = PlacementGoal.Find("MostSessions")!.Rank(candidates).OrderBy(candidate => candidate.Fits ? candidate.NodesPerReplica : long.MaxValue).First();
        return new(best.TensorParallel, best.PipelineParallel, best.DataParallel, best.ExpertParallel, best.ContextParallel, best.DataParallelAttention);
    }

    private static SizingRequest Placed(Model model, Server server, Requirements load, Deployment deployment, Placement placement) =>
        new(model, server, null, load, new NodePlan(model, server, load, deployment, placement));

    private void Write(SizingRequest request, Scenario[] scenarios, object target)
    {
        try
        {
            foreach (FleetCapacity capacity in
                from nodes in Nodes
                from scenario in scenarios
                from share in Shares()
                select new FleetCapacity(request, scenario, nodes, share))
            {
                WriteObject(capacity);
            }
        }
        catch (SizingException error)
        {
            WriteError(Errors.CannotSize(error, target));
        }
    }

    private IEnumerable<ActiveShare?> Shares() => ActiveShare is not null ? ActiveShare.Select(share => LlmSizing.ActiveShare.Of(share))
        : ResponseSeconds is null ? [null]
        : from response in ResponseSeconds
          from think in ThinkTimeSeconds ?? [0]
          select LlmSizing.ActiveShare.Of(response, think);
}
