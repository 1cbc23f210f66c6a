using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>The placements that no other one beats in everything (a Pareto front): cost of a month, or GPUs where nothing has a price, TTFT and TPOT.</summary>
/// <remarks>
/// One is beaten by another that is no worse on each axis and better on one; equals stay. Tokens per second for each GPU are no axis of their own: for a given number of requests
/// they follow from GPUs, TTFT and TPOT (Little's law), so that they would add nothing. What lacks a value on an axis cannot be compared and is left out.
/// </remarks>
public sealed class PlacementFront
{
    private readonly bool isPriced;
    private readonly List<PlacementCandidate> front = [];

    /// <summary>Creates an empty front.</summary>
    /// <param name="isPriced">Whether the cost is the first axis; else the GPUs are.</param>
    public PlacementFront(bool isPriced) => this.isPriced = isPriced;

    /// <summary>The front, the fastest requests for the least money first: by the first axis, then TPOT, then TTFT.</summary>
    public IReadOnlyList<PlacementCandidate> Candidates => front.OrderBy(Expense).ThenBy(at => at.TpotMs).ThenBy(at => at.TtftMs).ToArray();

    /// <summary>Takes a candidate, unless one of the front beats it; those that it beats leave.</summary>
    /// <param name="candidate">A placement with its times.</param>
    public void Add(PlacementCandidate candidate)
    {
        if (!candidate.Fits || candidate.TtftMs is null || Expense(candidate) is null)
        {
            return;
        }
        if (!front.Exists(one => Beats(one, candidate)))
        {
            front.RemoveAll(one => Beats(candidate, one));
            front.Add(candidate);
        }
    }

    private decimal? Expense(PlacementCandidate candidate) => isPriced ? candidate.CostPerMonth : candidate.TotalGpus;

    private bool Beats(PlacementCandidate one, PlacementCandidate other)
    {
        int expense = decimal.Compare(Expense(one)!.Value, Expense(other)!.Value);
        return expense <= 0 && one.TtftMs <= other.TtftMs && one.TpotMs <= other.TpotMs && (expense < 0 || one.TtftMs < other.TtftMs || one.TpotMs < other.TpotMs);
    }
}
