using System;
using System.Collections.Generic;

namespace LlmSizing.Commands;

/// <summary>Every combination of the requirements; the last argument varies fastest.</summary>
internal sealed class RequirementsGrid
{
    private static readonly decimal?[] LeftOut = [null];

    private readonly long[] concurrencies;
    private readonly long[] contexts;
    private readonly KvPrecision?[] precisions;
    private readonly decimal?[] budgets;
    private readonly decimal?[] overheads;
    private readonly decimal?[] headrooms;

    internal RequirementsGrid(
        long[] concurrencies, long[] contexts, KvPrecision?[] precisions, decimal[]? budgets, decimal[]? overheads, decimal[]? headrooms)
    {
        this.concurrencies = concurrencies;
        this.contexts = contexts;
        this.precisions = precisions;
        this.budgets = Optional(budgets);
        this.overheads = Optional(overheads);
        this.headrooms = Optional(headrooms);
        Sizes = [concurrencies.Length, contexts.Length, precisions.Length, this.budgets.Length, this.overheads.Length, this.headrooms.Length];
    }

    /// <summary>The values on each axis.</summary>
    internal int[] Sizes { get; }

    /// <summary>Every combination, streamed.</summary>
    internal IEnumerable<Requirements> All()
    {
        var index = new GridIndex(Sizes);
        int[] places = index.At(0);
        for (long i = 0; i < index.Count; i++, index.Advance(places))
        {
            yield return At(places, 0);
        }
    }

    /// <summary>The combination at these places, of which the first is that of the concurrency.</summary>
    internal Requirements At(int[] places, int first) => new(
        concurrencies[places[first]], contexts[places[first + 1]], precisions[places[first + 2]],
        budgets[places[first + 3]], overheads[places[first + 4]], headrooms[places[first + 5]]);

    private static decimal?[] Optional(decimal[]? values) => values is null ? LeftOut : Array.ConvertAll(values, value => (decimal?)value);
}
