using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace LlmSizing.Commands;

/// <summary>Finds the placements of a model on servers that hold a load, and keep what is promised of its times, the best first.</summary>
[Cmdlet(VerbsCommon.Find, "LlmPlacement")]
[OutputType(typeof(PlacementCandidate))]
public sealed partial class FindLlmPlacementCommand : CatalogCommand
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

    /// <summary>Tokens of each session's context, 1 to 10^9; those of a request where their length is given and this is left out.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("effective_context")]
    [AllowNull]
    [ContextTokens]
    public long[]? EffectiveContext { get; set; }

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

    /// <summary>Writes every placement and batch that no other beats in cost or GPUs, TTFT and TPOT.</summary>
    [Parameter]
    public SwitchParameter Pareto { get; set; }

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
        Deployment[] deployments = Deployments(Engine, EngineVersion, Quantization, target);
        KvPrecision?[] precisions = ResolvePrecisions(KvPrecision, target);
        try
        {
            Dictionary<Server, Operations?> prices = Prices(servers, Pareto || goal.Name == "LowestCost");
            foreach ((Model model, TimedLoad? timed, long concurrency, long context, decimal? budget) in
                from model in Resolve(Model)
                from timed in TimedLoads(goal)
                from concurrency in Concurrency
                from context in Contexts(timed)
                from budget in Optional(KvBudgetRatio)
                select (model, timed, concurrency, context, budget))
            {
                IEnumerable<Func<PlacementSearch>> searches =
                    from deployment in deployments
                    from precision in precisions
                    select (Func<PlacementSearch>)(() => new PlacementSearch(
                        model, new Requirements(concurrency, context, precision, budget), deployment, Catalog.Scenarios[0], timed, MaxGpus, server => prices[server]));
                Write(searches, servers, prices, goal, target);
            }
        }
        catch (SizingException error)
        {
            WriteError(Errors.CannotSize(error, target));
        }
        catch (OperationCanceledException) when (Stopping)
        {
            throw new PipelineStoppedException();
        }
    }

    private void Write(IEnumerable<Func<PlacementSearch>> searches, Server[] servers, Dictionary<Server, Operations?> prices, PlacementGoal goal, object target)
    {
        var others = new List<PlacementCandidate>();
        var front = new PlacementFront(prices.Values.Any(IsPriced));
        var beat = new ProgressBeat(this, "Find-LlmPlacement");
        foreach (Func<PlacementSearch> ask in searches)
        {
            try
            {
                PlacementSearch search = ask();
                for (int i = 0; i < servers.Length; i++)
                {
                    beat.Show(servers[i].Name, i, servers.Length);
                    foreach (PlacementCandidate candidate in Pareto ? search.On(servers[i], () => Stopping) : search.On(servers[i], goal, () => Stopping))
                    {
                        if (Pareto && candidate.Fits)
                        {
                            front.Add(candidate);
                        }
                        else
                        {
                            others.Add(candidate);
                        }
                    }
                }
            }
            catch (SizingException error)
            {
                WriteError(Errors.CannotSize(error, target));
            }
        }
        beat.End();
        Write([.. front.Candidates, .. goal.Rank(others)], goal, target);
    }

    private void Write(PlacementCandidate[] ranked, PlacementGoal goal, object target)
    {
        PlacementCandidate[] fitting = ranked.Where(candidate => candidate.Fits).ToArray();
        int unknown = Pareto ? 0 : fitting.Count(goal.IsMissing);
        if (fitting.Length > 0 && unknown == fitting.Length)
        {
            WriteError(Errors.CannotSize(new SizingException("Goal", $"The goal {goal} needs {goal.Needs}."), target));
            return;
        }
        if (unknown > 0)
        {
            WriteWarning($"Of {NumberText.Plain(fitting.Length)} placements {NumberText.Plain(unknown)} come last, as the goal {goal} needs {goal.Needs}.");
        }
        if (fitting.Length == 0 && !All && ranked.Length > 0)
        {
            WriteError(Errors.NoPlacementFits(ranked[0], target));
        }
        foreach (PlacementCandidate candidate in All ? ranked : fitting)
        {
            WriteObject(Viewed(candidate));
        }
    }

    // Times have a view of their own: a table of both would be too wide.
    private object Viewed(PlacementCandidate candidate)
    {
        if (InputTokens is null)
        {
            return candidate;
        }
        var viewed = new PSObject(candidate);
        viewed.TypeNames.Insert(0, typeof(PlacementCandidate).FullName + "#Timed");
        return viewed;
    }
}
