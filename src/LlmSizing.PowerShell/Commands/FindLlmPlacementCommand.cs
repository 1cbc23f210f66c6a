using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace LlmSizing.Commands;

/// <summary>Finds the placements of a model on servers that hold a load, the best first.</summary>
[Cmdlet(VerbsCommon.Find, "LlmPlacement")]
[OutputType(typeof(PlacementCandidate))]
public sealed class FindLlmPlacementCommand : CatalogCommand
{
    /// <summary>The models.</summary>
    [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ModelCompleter))]
    public ModelReference[] Model { get; set; } = [];

    /// <summary>The servers; all of the catalogs when left out.</summary>
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(ServerCompleter))]
    [ValidateNotNullOrEmpty]
    public ServerReference[]? Server { get; set; }

    /// <summary>Sessions at the same time, 1 to 10^9.</summary>
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [Concurrency]
    public long[] Concurrency { get; set; } = [];

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

    /// <summary>Share of the memory for the cache that is planned for; the default of the catalogs' first scenario when left out.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("kv_budget_ratio")]
    [KvBudgetRatio]
    public decimal[]? KvBudgetRatio { get; set; }

    /// <summary>The engines.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(EngineCompleter))]
    [ValidateNotNullOrEmpty]
    public string[] Engine { get; set; } = [DeploymentGrid.DefaultEngine];

    /// <summary>Versions of the engine; the newest known when left out.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("engine_version")]
    [ValidateNotNullOrEmpty]
    public string[]? EngineVersion { get; set; }

    /// <summary>How the weights are stored; as they are published when left out.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(QuantizationCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? Quantization { get; set; }

    /// <summary>What makes a placement better than another.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(PlacementGoalCompleter))]
    [ValidateNotNullOrEmpty]
    public string Goal { get; set; } = PlacementGoal.All[0].Name;

    /// <summary>Writes those that do not fit as well, with the reason.</summary>
    [Parameter]
    public SwitchParameter All { get; set; }

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        object target = Model[0].Origin;
        if (PlacementGoal.Find(Goal) is not PlacementGoal goal)
        {
            WriteError(Errors.GoalNotFound(Goal, target));
            return;
        }
        Server[] servers = Server is null ? Catalog.Servers.ToArray() : Resolve(Server);
        Deployment[] deployments = DeploymentGrid.Of(
            ResolveEngines(Engine, target), ResolveVersions(EngineVersion, target), ResolveQuantizations(Quantization, target), Catalog.Calibrations).ToArray();
        Requirements[] loads = new RequirementsGrid(Concurrency, EffectiveContext, ResolvePrecisions(KvPrecision, target), KvBudgetRatio, null, null).All().ToArray();
        foreach (Model model in Resolve(Model))
        {
            foreach (Requirements load in loads)
            {
                foreach (Deployment deployment in deployments)
                {
                    Write(model, load, deployment, servers, goal, target);
                }
            }
        }
    }

    private void Write(Model model, Requirements load, Deployment deployment, Server[] servers, PlacementGoal goal, object target)
    {
        try
        {
            var search = new PlacementSearch(model, load, deployment, Catalog.Scenarios[0]);
            IReadOnlyList<PlacementCandidate> ranked = goal.Rank(servers.SelectMany(search.On));
            WriteObject(All ? ranked : ranked.Where(candidate => candidate.Fits), enumerateCollection: true);
        }
        catch (SizingException error)
        {
            WriteError(Errors.CannotSize(error, target));
        }
    }
}
