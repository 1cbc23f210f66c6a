using System;
using System.Collections.Generic;

namespace LlmSizing;

/// <summary>A placed model with the tuning of its engine: what predicts times for a load.</summary>
public sealed class PerformancePlan
{
    private readonly Lazy<StepTimes> ideal;

    /// <summary>Creates the plan.</summary>
    /// <param name="node">Model, server, engine and placement.</param>
    /// <param name="tunings">The tunings of the catalog.</param>
    /// <param name="release">The engine's release as it names itself, or null.</param>
    /// <exception cref="SizingException">The server does not say a number that is needed.</exception>
    public PerformancePlan(NodePlan node, IReadOnlyList<Tuning> tunings, string? release = null)
    {
        Node = node;
        Choice = TuningChoice.Of(tunings, node, release);
        Times = new StepTimes(node, Choice.Tuning);
        ideal = new Lazy<StepTimes>(() => Times.With(EngineTuning.Ideal));
    }

    /// <summary>Model, server, engine and placement.</summary>
    public NodePlan Node { get; }

    /// <summary>The tuning, and how far it can be trusted.</summary>
    public TuningChoice Choice { get; }

    /// <summary>The times of steps.</summary>
    public StepTimes Times { get; }

    /// <summary>The times of steps where nothing is lost of the datasheet.</summary>
    public StepTimes Ideal => ideal.Value;

    /// <summary>Requests of such tokens that the cache of one attention rank holds; each at its mean size, half of its output done; 0 where not one fits.</summary>
    /// <param name="inputTokens">Tokens of a prompt.</param>
    /// <param name="outputTokens">Tokens that are generated.</param>
    public long MostRunning(long inputTokens, long outputTokens) => Node.SessionsOf(inputTokens + (outputTokens / 2));
}
