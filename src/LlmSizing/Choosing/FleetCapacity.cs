using System;

namespace LlmSizing;

/// <summary>What a fleet carries: the planner's own arithmetic, turned round.</summary>
public sealed class FleetCapacity
{
    private readonly SizingRequest request;
    private readonly Scenario scenario;

    /// <summary>Asks how much of a load so many nodes carry.</summary>
    /// <param name="request">The question; its concurrency is that of <see cref="LongestContext"/>, its context that of <see cref="Sessions"/>.</param>
    /// <param name="scenario">The scenario: its headroom and its spares are left free.</param>
    /// <param name="nodes">Nodes of the fleet, spares included.</param>
    /// <param name="share">The sessions of each user at the same time, for <see cref="Users"/>; null where that is not asked.</param>
    /// <exception cref="SizingException">A number does not fit a 64-bit integer.</exception>
    public FleetCapacity(SizingRequest request, Scenario scenario, long nodes, ActiveShare? share = null)
    {
        this.request = request;
        this.scenario = scenario;
        Nodes = nodes;
        long most = Math.Min((long)Limits.Concurrency.Maximum, long.MaxValue / request.KvCache.ComputeBytes());
        FleetLimit? blocked = Blocked(Of(1, request.Requirements.EffectiveContext));
        Sessions = blocked is null ? Bisection.Last(1, most, sessions => Holds(sessions, request.Requirements.EffectiveContext)) : 0;
        LimitedBy = blocked ?? (Sessions == most ? FleetLimit.ConcurrencyLimit : FleetLimit.KvCache);
        long concurrency = request.Requirements.Concurrency;
        long longest = request.Model.MaxPositionEmbeddings;
        blocked = Blocked(Of(concurrency, 1));
        bool holdsOne = Holds(concurrency, 1);
        LongestContext = holdsOne ? Bisection.Last(1, longest, context => Holds(concurrency, context)) : 0;
        ContextLimitedBy = holdsOne ? (LongestContext == longest ? FleetLimit.ContextLimit : FleetLimit.KvCache) : blocked ?? FleetLimit.KvCache;
        Users = share?.Users(Sessions);
        RequestsPerSecond = share?.RequestsPerSecond(Sessions);
    }

    /// <summary>The model's name.</summary>
    public string Model => request.Model.Name;

    /// <summary>The server's name.</summary>
    public string Server => request.Server.Name;

    /// <summary>The scenario's name.</summary>
    public string Scenario => scenario.Name;

    /// <summary>Nodes of the fleet, spares included.</summary>
    public long Nodes { get; }

    /// <summary>Tokens of each session, after clamping to the model's maximum.</summary>
    public long EffectiveContext => request.KvCache.EffectiveContext;

    /// <summary>The most sessions at the same time, besides the headroom of the scenario; 0 where not one fits.</summary>
    public long Sessions { get; }

    /// <summary>What breaks first with more sessions.</summary>
    public FleetLimit LimitedBy { get; }

    /// <summary>Users whose sessions are those; null where it was not asked.</summary>
    public long? Users { get; }

    /// <summary>Requests per second of those sessions; null where it was not asked.</summary>
    public decimal? RequestsPerSecond { get; }

    /// <summary>Sessions of the question about the context.</summary>
    public long Concurrency => request.Requirements.Concurrency;

    /// <summary>The longest context of as many sessions; 0 where not one token fits.</summary>
    public long LongestContext { get; }

    /// <summary>What breaks first with a longer context.</summary>
    public FleetLimit ContextLimitedBy { get; }

    /// <summary>The precision of keys and values.</summary>
    public string KvPrecision => request.KvCache.Precision.Name;

    /// <summary>The engine, or null where the model is not placed.</summary>
    public string? Engine => request.Plan?.Deployment.Engine.Name;

    /// <summary>How a replica lies on GPUs, or null where the model is not placed.</summary>
    public string? Placement => request.Plan?.Placement.ToString();

    /// <summary>The fleet and what it carries.</summary>
    public override string ToString() =>
        $"{NumberText.Plain(Nodes)} x {Server} carry {NumberText.Grouped(Sessions)} sessions of {NumberText.Grouped(EffectiveContext)} tokens of {Model}, {Scenario}";

    private SizingRequest Of(long sessions, long context)
    {
        Requirements asked = request.Requirements;
        return request.With(new Requirements(sessions, context, asked.KvPrecision, asked.KvBudgetRatio, asked.RuntimeOverheadGib, asked.PeakHeadroomRatio));
    }

    private bool Holds(long sessions, long context) => NodeCount.Of(Of(sessions, context), scenario) <= Nodes;

    private FleetLimit? Blocked(SizingRequest least)
    {
        Capacity capacity = CapacityPlanner.Solve(least, scenario);
        return !capacity.Feasible ? (capacity.KvBudgetBytes == 0 ? FleetLimit.Weights : FleetLimit.KvCache)
            : capacity.NodesFinal <= Nodes ? null
            : (least.Plan?.Layout.NodesPerReplica ?? 1) > Nodes ? FleetLimit.Replica
            : capacity.NodesWithHeadroom <= Nodes ? FleetLimit.Spares
            : FleetLimit.KvCache;
    }
}
