using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>Something that is neither made nor lost in a run, counted in two ways.</summary>
public sealed class SimulationCheck
{
    /// <summary>Creates the check.</summary>
    /// <param name="name">What is counted.</param>
    /// <param name="counted">By the steps that were run.</param>
    /// <param name="expected">By the requests that came.</param>
    public SimulationCheck(string name, long counted, long expected)
    {
        Name = name;
        Counted = counted;
        Expected = expected;
    }

    /// <summary>What is counted: requests_ended, requests_left, prompt_tokens, output_tokens, blocks_left, peak_blocks.</summary>
    public string Name { get; }

    /// <summary>By the steps that were run.</summary>
    public long Counted { get; }

    /// <summary>By the requests that came; for peak_blocks the capacity, which is not to be exceeded.</summary>
    public long Expected { get; }

    /// <summary>Whether it holds.</summary>
    public bool Holds => Name == "peak_blocks" ? Counted <= Expected : Counted == Expected;

    /// <summary>The two numbers.</summary>
    public override string ToString() => $"{Name} {NumberText.Plain(Counted)} of {NumberText.Plain(Expected)}";

    /// <summary>The checks of a run that is over.</summary>
    /// <exception cref="InvalidOperationException">One does not hold: an error of the simulation, never of its inputs.</exception>
    internal static IReadOnlyList<SimulationCheck> Of(Simulation run)
    {
        SimulationTally tally = run.Tally;
        SimulationCheck[] checks =
        [
            new("requests_ended", tally.Finished + tally.Rejected, tally.Arrived),
            new("requests_left", run.Flights.Count + run.Ranks.Sum(rank => rank.InFlight), 0),
            new("prompt_tokens", tally.Prefilled, tally.ToPrefill),
            new("output_tokens", tally.Decoded, tally.OutputTokens + tally.LostTokens),
            new("blocks_left", run.Ranks.Sum(rank => rank.Blocks.Used), 0),
            new("peak_blocks", run.Ranks.Max(rank => rank.Blocks.Peak), run.Ranks.Min(rank => rank.Blocks.Capacity)),
        ];
        return checks.FirstOrDefault(check => !check.Holds) is SimulationCheck broken
            ? throw new InvalidOperationException($"The simulation is wrong: {broken}.")
            : checks;
    }
}
