using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>The answer for one scenario. Numbers are computed once; metrics, rationale and alerts are described when they are asked for.</summary>
public sealed class ScenarioResult : ReportableResult
{
    private readonly Texts texts;

    /// <summary>Creates the result.</summary>
    /// <param name="request">The question.</param>
    /// <param name="scenario">The scenario.</param>
    /// <param name="capacity">The numbers, from <see cref="CapacityPlanner.Solve"/>.</param>
    /// <param name="texts">The language of what is described.</param>
    public ScenarioResult(SizingRequest request, Scenario scenario, Capacity capacity, Texts texts)
    {
        Request = request;
        ScenarioDefinition = scenario;
        Capacity = capacity;
        this.texts = texts;
    }

    /// <summary>The model's name.</summary>
    public string Model => Request.Model.Name;

    /// <summary>The server's name.</summary>
    public string Server => Request.Server.Name;

    /// <summary>The storage profile's name, or null.</summary>
    public string? Storage => Request.Storage?.Name;

    /// <summary>The scenario's name.</summary>
    public string Scenario => ScenarioDefinition.Name;

    /// <summary>Sessions at the same time.</summary>
    public long Concurrency => Request.Requirements.Concurrency;

    /// <summary>Tokens of each session, after clamping to the model's maximum.</summary>
    public long EffectiveContext => Request.KvCache.EffectiveContext;

    /// <summary>The precision of keys and values.</summary>
    public string KvPrecision => Request.KvCache.Precision.Name;

    /// <summary>Share of the memory after the overhead that holds KV cache.</summary>
    public decimal KvBudgetRatio => Billionths.ToDecimal(Capacity.KvBudgetRatioBillionths);

    /// <summary>GiB of the node that are not KV cache.</summary>
    public decimal RuntimeOverheadGib => Billionths.ToDecimal(Capacity.RuntimeOverheadBillionths);

    /// <summary>Share of the load added for peaks.</summary>
    public decimal PeakHeadroomRatio => Billionths.ToDecimal(Capacity.PeakHeadroomBillionths);

    /// <summary>none, n+1, n+2 …</summary>
    public string HaMode => ScenarioDefinition.HaMode.ToString();

    /// <summary>Whether at least one session fits, a node or a replica where the model is placed, and the latency that is promised can be kept.</summary>
    public bool Feasible => Capacity.Feasible;

    /// <summary>Sessions that fit a node.</summary>
    public long SessionsPerNode => Capacity.SessionsPerNode;

    /// <summary>How a replica lies on GPUs, such as tp8, or null where the model is not placed.</summary>
    public string? Placement => Request.Plan?.Placement.ToString();

    /// <summary>The engine, or null where the model is not placed.</summary>
    public string? Engine => Request.Plan?.Deployment.Engine.Name;

    /// <summary>Nodes for the load, or null when infeasible.</summary>
    public long? NodesCapacity => Feasible ? Capacity.NodesCapacity : null;

    /// <summary>Nodes for the load and its headroom, or null when infeasible.</summary>
    public long? NodesWithHeadroom => Feasible ? Capacity.NodesWithHeadroom : null;

    /// <summary>Nodes for the load, its headroom and the spares, or null when infeasible.</summary>
    public long? NodesFinal => Feasible ? Capacity.NodesFinal : null;

    /// <summary>KV cache of one session in GiB.</summary>
    public double KvPerSessionGib => (double)KvPerSessionBytes / ByteUnits.GiB;

    /// <summary>KV cache of one session in bytes, exact.</summary>
    public long KvPerSessionBytes => Capacity.KvPerSessionBytes;

    /// <summary>KV cache of all sessions in GiB.</summary>
    public double KvTotalGib => (double)KvTotalBytes / ByteUnits.GiB;

    /// <summary>KV cache of all sessions in bytes, exact.</summary>
    public long KvTotalBytes => Capacity.KvTotalBytes;

    /// <summary>Memory of the node in GiB.</summary>
    public double HbmTotalGib => (double)HbmTotalBytes / ByteUnits.GiB;

    /// <summary>Memory of the node in bytes, exact.</summary>
    public long HbmTotalBytes => Request.Plan?.NodeBytes ?? Request.Server.HbmTotalBytes;

    /// <summary>Memory of the node that may hold KV cache, in GiB.</summary>
    public double KvBudgetGib => ExactKvBudgetGib.ToDouble();

    /// <summary>Memory of the node that may hold KV cache, in whole bytes.</summary>
    public long KvBudgetBytes => Capacity.KvBudgetBytes;

    /// <summary>What the operator calls the workload, or null.</summary>
    public string? Workload => Request.Workload;

    /// <summary>How many alerts there are, of every severity.</summary>
    public int AlertCount => AlertList.All.Count(rule => rule.Applies(this));

    /// <summary>What can go wrong, the most severe first.</summary>
    public ReadableList<Alert> Alerts => GetAlerts(texts);

    /// <summary>Every number with its rationale.</summary>
    public ReadableList<MetricResult> Metrics => new(MetricList.For(this).Select(Describe));

    /// <summary>What the traffic asks of the nodes and gets from them; null where none is given, or where not one session fits.</summary>
    public LoadAnswer? Load => Capacity.Load;

    /// <summary>The question.</summary>
    public SizingRequest Request { get; }

    /// <summary>The scenario.</summary>
    public Scenario ScenarioDefinition { get; }

    /// <summary>The numbers as the planner left them.</summary>
    public Capacity Capacity { get; }

    internal Texts Texts => texts;

    /// <summary>Memory after the overhead in GiB, exact; negative when the overhead is larger.</summary>
    internal Rational ExactAvailableGib => Request.Plan is NodePlan plan
        ? new Rational((System.Numerics.BigInteger)plan.KvPerGpuBytes * plan.Layout.BusyGpus, ByteUnits.GiB)
        : new Rational(HbmTotalBytes, ByteUnits.GiB) - Rational.FromBillionths(Capacity.RuntimeOverheadBillionths);

    internal Rational ExactKvBudgetGib => ExactAvailableGib is { Numerator.Sign: > 0 } available
        ? available * Rational.FromBillionths(Capacity.KvBudgetRatioBillionths)
        : Rational.Whole(0);

    /// <summary>Share of the sessions of the nodes (spares apart) that the planned load leaves empty; 0 when infeasible.</summary>
    internal Rational ExactIdleShare
    {
        get
        {
            // A replica of several nodes is filled as one.
            bool isSpread = Request.Plan is { Layout.IsSpread: true };
            System.Numerics.BigInteger slots = isSpread
                ? (System.Numerics.BigInteger)(Capacity.NodesWithHeadroom / Request.Plan!.Layout.NodesPerReplica) * Capacity.SessionsPerReplica
                : (System.Numerics.BigInteger)Capacity.NodesWithHeadroom * SessionsPerNode;
            return slots.IsZero ? Rational.Whole(0) : new Rational(slots - Capacity.SessionsWithHeadroom, slots);
        }
    }

    /// <summary>Seconds to read one session's KV cache back from storage; 0 where the throughput is not known.</summary>
    internal Rational ExactReloadSeconds => Request.Storage?.ReadBytesPerSecond is long throughput
        ? new Rational(KvPerSessionBytes, throughput)
        : Rational.Whole(0);

    /// <summary>The entries that are estimates, each with its reason.</summary>
    internal string EstimateReasons
    {
        get
        {
            CatalogEntry?[] entries = [Request.Model, Request.Server, Request.Storage, ScenarioDefinition];
            return string.Join("; ", entries.Where(entry => entry?.Estimate is not null).Select(entry => entry!.Name + ": " + entry.Estimate));
        }
    }

    /// <summary>One of the metrics, with its rationale.</summary>
    public MetricResult Describe(Metric metric) => metric.Describe(this, texts);

    /// <summary>The alerts in another language.</summary>
    public ReadableList<Alert> GetAlerts(Texts language) =>
        new(AlertList.All.Where(rule => rule.Applies(this)).Select(rule => rule.Raise(this, language)));

    /// <summary>Model, server, scenario and the number of nodes.</summary>
    public override string ToString() =>
        $"{Model} on {Server}, {Scenario}: {(NodesFinal is long nodes ? NumberText.Plain(nodes) + (nodes == 1 ? " node" : " nodes") : "infeasible")}";
}
