using System;
using System.Collections.Generic;

namespace LlmSizing;

/// <summary>
/// Items of a few sizes in bins of one size, largest first, each into the first bin with room (first fit decreasing: at most 11/9 of the fewest bins and 6/9 of a bin;
/// Dósa, 2007). Bins with the same room left are held as one group, so that a thousand million equal items cost one step.
/// </summary>
internal sealed class FirstFit
{
    private readonly long capacity;
    private List<(long Count, long Left)> groups = [];

    /// <param name="capacity">Room of a bin, above 0.</param>
    public FirstFit(long capacity) => this.capacity = capacity;

    /// <summary>Bins with at least one item.</summary>
    public long Bins { get; private set; }

    /// <summary>Adds equal items; no larger ones may follow.</summary>
    /// <param name="size">Room of an item, 1 to the capacity.</param>
    /// <param name="count">Items.</param>
    public void Add(long size, long count)
    {
        var next = new List<(long Count, long Left)>(groups.Count + 2);
        long waiting = count;
        foreach ((long bins, long left) in groups)
        {
            waiting -= Fill(next, bins, left, size, waiting);
        }
        long fresh = waiting == 0 ? 0 : Division.Ceiling(waiting, capacity / size);
        Fill(next, fresh, capacity, size, waiting);
        Bins = checked(Bins + fresh);
        groups = next;
    }

    // Fills a group bin by bin: some take as many as fit, one may take the rest, the others stay as they are.
    private static long Fill(List<(long Count, long Left)> next, long bins, long left, long size, long waiting)
    {
        long each = left / size;
        if (each == 0 || waiting == 0)
        {
            Keep(next, bins, left);
            return 0;
        }
        long full = Math.Min(bins, waiting / each);
        long rest = full < bins ? waiting - (full * each) : 0;
        Keep(next, full, left - (each * size));
        Keep(next, rest > 0 ? 1 : 0, left - (rest * size));
        Keep(next, bins - full - (rest > 0 ? 1 : 0), left);
        return (full * each) + rest;
    }

    private static void Keep(List<(long Count, long Left)> next, long bins, long left)
    {
        if (bins > 0)
        {
            next.Add((bins, left));
        }
    }
}
