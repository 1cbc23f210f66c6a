using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>A question with inputs that are not known exactly, answered many times over.</summary>
public sealed class UncertainRequest
{
    private readonly ScenarioResult result;
    private readonly (SizingInput Input, Distribution Spread)[] inputs;

    /// <summary>Prepares the question.</summary>
    /// <param name="result">The answer without uncertainty.</param>
    /// <param name="uncertainty">Share by which every input may lie above or below its number, each value equally likely; null for none.</param>
    /// <param name="distributions">The spread of single inputs, by name; it goes before <paramref name="uncertainty"/>.</param>
    /// <exception cref="SizingException">An input is not known or not part of the question.</exception>
    public UncertainRequest(ScenarioResult result, decimal? uncertainty, IReadOnlyDictionary<string, Distribution> distributions)
    {
        this.result = result;
        SizingInput[] known = [.. SizingInput.For(result)];
        foreach (string name in distributions.Keys.Where(name => SizingInput.Find(name) is not SizingInput input || !known.Contains(input)))
        {
            throw new SizingException("Distribution", $"'{(name.Length > 40 ? name.Substring(0, 40) + "..." : name)}' is no input of this result. Write one of {string.Join(", ", known.Select(input => input.Id))}.");
        }
        inputs =
        [
            .. from input in known
               let name = distributions.Keys.FirstOrDefault(key => SizingInput.Find(key) == input)
               let spread = name is not null ? distributions[name] : uncertainty is decimal share ? Around(input, share) : null
               where spread is not null
               select (input, spread),
        ];
    }

    /// <summary>Draws every uncertain input and solves the question, so many times.</summary>
    /// <param name="draws">At least 1.</param>
    /// <param name="seed">The seed.</param>
    /// <param name="isStopped">Asked now and then whether to give up.</param>
    /// <exception cref="SizingException">A number does not fit a 64-bit integer.</exception>
    /// <exception cref="OperationCanceledException">Given up.</exception>
    public NodeUncertainty Draw(int draws, long seed, Func<bool>? isStopped = null)
    {
        // Each input has a stream of its own, so that one more uncertain input does not change the draws of the others.
        SeededRandom[] streams = [.. inputs.Select(item => new SeededRandom(seed, 1 + SizingInput.All.ToList().IndexOf(item.Input)))];
        var plans = new PlanCache(result.Request);
        long[] nodes = new long[draws];
        for (int draw = 0; draw < draws; draw++)
        {
            if (draw % 1_000 == 0 && isStopped?.Invoke() == true)
            {
                throw new OperationCanceledException();
            }
            Requirements requirements = result.Request.Requirements;
            for (int i = 0; i < inputs.Length; i++)
            {
                requirements = inputs[i].Input.Change(requirements, inputs[i].Input.Nearest(inputs[i].Spread.Sample(streams[i])));
            }
            nodes[draw] = NodeCount.Of(plans.With(requirements), result.ScenarioDefinition);
        }
        return new NodeUncertainty(result, seed, inputs.Select(item => $"{item.Input.Id}={item.Spread}"), nodes);
    }

    private Distribution? Around(SizingInput input, decimal share)
    {
        decimal value = input.Of(result);
        decimal low = input.Nearest(value * (1 - share));
        decimal high = input.Nearest(value * (1 + share));
        return low == high ? null : Distribution.Parse($"uniform({NumberText.AsWritten(low)},{NumberText.AsWritten(high)})", input.Id);
    }
}
