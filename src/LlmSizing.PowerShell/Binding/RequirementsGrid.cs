using System;
using System.Collections.Generic;

namespace LlmSizing.Commands;

/// <summary>Every combination of the requirements, streamed; the last argument varies fastest.</summary>
internal static class RequirementsGrid
{
    private static readonly decimal?[] LeftOut = [null];

    internal static IEnumerable<Requirements> Of(
        long[] concurrencies, long[] contexts, KvPrecision?[] precisions, decimal[]? budgetsAsked, decimal[]? overheadsAsked, decimal[]? headroomsAsked)
    {
        decimal?[] budgets = Optional(budgetsAsked);
        decimal?[] overheads = Optional(overheadsAsked);
        decimal?[] headrooms = Optional(headroomsAsked);
        foreach (long concurrency in concurrencies)
        {
            foreach (long context in contexts)
            {
                foreach (KvPrecision? precision in precisions)
                {
                    foreach (decimal? budget in budgets)
                    {
                        foreach (decimal? overhead in overheads)
                        {
                            foreach (decimal? headroom in headrooms)
                            {
                                yield return new Requirements(concurrency, context, precision, budget, overhead, headroom);
                            }
                        }
                    }
                }
            }
        }
    }

    private static decimal?[] Optional(decimal[]? values) => values is null ? LeftOut : Array.ConvertAll(values, value => (decimal?)value);
}
