using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>What a report is about: results, in the order they came, and the language to write them in.</summary>
public sealed class SizingReport
{
    /// <summary>Creates the report. Results that follow each other and answer the same question become one sizing with its scenarios.</summary>
    /// <param name="results">At least one result.</param>
    /// <param name="texts">The language.</param>
    /// <param name="parameters">The dictionary in the same language.</param>
    /// <param name="simulations">Simulations, written after the others.</param>
    /// <param name="fleets">Fleets of several workloads, written after the sizings; with a simulation or a fleet, results may be none.</param>
    /// <exception cref="ArgumentException">No result.</exception>
    public SizingReport(IReadOnlyList<ScenarioResult> results, Texts texts, IReadOnlyList<SizingParameter> parameters, IReadOnlyList<SimulationResult>? simulations = null,
        IReadOnlyList<FleetResult>? fleets = null)
    {
        Simulations = simulations ?? [];
        Fleets = fleets ?? [];
        if (results.Count + Simulations.Count + Fleets.Count == 0)
        {
            throw new ArgumentException("A report needs at least one result.", nameof(results));
        }
        Texts = texts;
        Parameters = parameters;
        Sizings = results.Count == 0 ? [] : [.. Group(results, texts)];
    }

    /// <summary>The sizings in the order of their first result.</summary>
    public IReadOnlyList<Sizing> Sizings { get; }

    /// <summary>The simulations in the order in which they came.</summary>
    public IReadOnlyList<SimulationResult> Simulations { get; }

    /// <summary>The fleets in the order in which they came.</summary>
    public IReadOnlyList<FleetResult> Fleets { get; }

    /// <summary>The language.</summary>
    public Texts Texts { get; }

    /// <summary>The dictionary.</summary>
    public IReadOnlyList<SizingParameter> Parameters { get; }

    /// <summary>The names of the scenarios over all sizings, in the order in which they first appear.</summary>
    internal IReadOnlyList<string> ScenarioNames() =>
        [.. Sizings.SelectMany(sizing => sizing.Results).Select(result => result.Scenario).Distinct()];

    private static IEnumerable<Sizing> Group(IReadOnlyList<ScenarioResult> results, Texts texts)
    {
        var current = new List<ScenarioResult>();
        foreach (ScenarioResult result in results)
        {
            // A scenario that comes again belongs to the next run of the same question.
            if (current.Count > 0
                && (!RequestIdentity.Same(current[0].Request, result.Request) || current.Any(earlier => earlier.Scenario == result.Scenario)))
            {
                yield return new Sizing(current, texts);
                current = [];
            }
            current.Add(result);
        }
        yield return new Sizing(current, texts);
    }
}
