using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>How much one input moves the answer while the others stay.</summary>
public sealed class Sensitivity
{
    private Sensitivity(ScenarioResult result, SizingInput input, decimal change)
    {
        Model = result.Model;
        Server = result.Server;
        Scenario = result.Scenario;
        Input = input.Id;
        Base = input.Of(result);
        Low = input.Nearest(Base * (1 - change));
        High = input.Nearest(Base * (1 + change));
        Nodes = result.NodesFinal;
        Capacity low = Solve(result, input, Low);
        Capacity high = Solve(result, input, High);
        NodesLow = low.Feasible ? low.NodesFinal : null;
        NodesHigh = high.Feasible ? high.NodesFinal : null;
        SessionsPerNode = result.SessionsPerNode;
        SessionsPerNodeLow = low.SessionsPerNode;
        SessionsPerNodeHigh = high.SessionsPerNode;
        Elasticity = ElasticityOf(result.Capacity, low, high);
        Threshold = result.Feasible ? ThresholdOf(result, input) : null;
        ThresholdPercent = Threshold is decimal at && Base != 0 ? decimal.Round((at - Base) / Base * 100, 2) : null;
    }

    /// <summary>The model's name.</summary>
    public string Model { get; }

    /// <summary>The server's name.</summary>
    public string Server { get; }

    /// <summary>The scenario's name.</summary>
    public string Scenario { get; }

    /// <summary>The input, such as effective_context.</summary>
    public string Input { get; }

    /// <summary>The number that was planned with.</summary>
    public decimal Base { get; }

    /// <summary>The number less the change.</summary>
    public decimal Low { get; }

    /// <summary>The number and the change.</summary>
    public decimal High { get; }

    /// <summary>Nodes with the lower number; null where the request cannot be met.</summary>
    public long? NodesLow { get; }

    /// <summary>Nodes as planned; null where the request cannot be met.</summary>
    public long? Nodes { get; }

    /// <summary>Nodes with the higher number; null where the request cannot be met.</summary>
    public long? NodesHigh { get; }

    /// <summary>Sessions of a node with the lower number.</summary>
    public long SessionsPerNodeLow { get; }

    /// <summary>Sessions of a node as planned.</summary>
    public long SessionsPerNode { get; }

    /// <summary>Sessions of a node with the higher number.</summary>
    public long SessionsPerNodeHigh { get; }

    /// <summary>Percent by which the nodes before rounding up change for each percent of the input, over the whole change; null where either cannot be said.</summary>
    public decimal? Elasticity { get; }

    /// <summary>The first number, to the worse, at which a node is added or the request can no longer be met; null where there is none in the input's range.</summary>
    public decimal? Threshold { get; }

    /// <summary>How far the threshold is, in percent of the number that was planned with.</summary>
    public decimal? ThresholdPercent { get; }

    /// <summary>Every input of a result, the one that moves the answer most first.</summary>
    /// <param name="result">The answer.</param>
    /// <param name="change">Share by which each input changes, above 0 and below 1.</param>
    /// <exception cref="SizingException">A number does not fit a 64-bit integer.</exception>
    public static IReadOnlyList<Sensitivity> Of(ScenarioResult result, decimal change) =>
        [.. SizingInput.For(result).Select(input => new Sensitivity(result, input, change)).OrderByDescending(row => Math.Abs(row.Elasticity ?? 0))];

    /// <summary>The input, its elasticity and its threshold.</summary>
    public override string ToString() =>
        $"{Input}: elasticity {(Elasticity is decimal slope ? NumberText.AsWritten(slope) : "?")}, a node more at {(Threshold is decimal at ? NumberText.AsWritten(at) : "none")}";

    private Capacity Solve(ScenarioResult result, SizingInput input, decimal value) =>
        value == Base ? result.Capacity : CapacityPlanner.Solve(input.Change(result.Request, value), result.ScenarioDefinition);

    private decimal? ElasticityOf(Capacity planned, Capacity low, Capacity high)
    {
        if (!planned.Feasible || !low.Feasible || !high.Feasible || Low == High)
        {
            return null;
        }
        decimal relative = (Load(high) - Load(low)) / Load(planned);
        return decimal.Round(relative / ((High - Low) / Base), 3);
    }

    // Sessions of a replica stand for those of a node: how many replicas a node has does not change.
    private static decimal Load(Capacity capacity) => (decimal)capacity.SessionsWithHeadroom / capacity.SessionsPerReplica;

    private decimal? ThresholdOf(ScenarioResult result, SizingInput input)
    {
        long first = input.Steps(input.Nearest(Base));
        decimal end = input.Id == "effective_context" ? result.Request.Model.MaxPositionEmbeddings : input.IsCost ? input.Range.Maximum : input.Range.Minimum;
        long last = input.Steps(end);
        if (first == last)
        {
            return null;
        }
        long nodes = result.Capacity.NodesFinal;
        long held = Bisection.Last(first, last, steps => NodeCount.Of(input.Change(result.Request, input.Value(steps)), result.ScenarioDefinition) <= nodes);
        return held == last ? null : input.Value(held + Math.Sign(last - first));
    }
}
