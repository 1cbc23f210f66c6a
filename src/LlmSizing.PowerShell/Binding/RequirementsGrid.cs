using System.Collections.Generic;

namespace LlmSizing.Commands;

/// <summary>Every combination of the requirements, streamed; the last argument varies fastest.</summary>
internal static class RequirementsGrid
{
    internal static IEnumerable<Requirements> Of(
        long[] concurrencies, long[] contexts, IReadOnlyList<KvPrecision?> precisions, decimal[]? budgets, decimal[]? overheads, decimal[]? headrooms)
    {
        foreach (long concurrency in concurrencies)
        {
            foreach (long context in contexts)
            {
                foreach (KvPrecision? precision in precisions)
                {
                    foreach (decimal? budget in Optional(budgets))
                    {
                        foreach (decimal? overhead in Optional(overheads))
                        {
                            foreach (decimal? headroom in Optional(headrooms))
                            {
                                yield return new Requirements(concurrency, context, precision, budget, overhead, headroom);
                            }
                        }
                    }
                }
            }
        }
    }

    private static decimal?[] Optional(decimal[]? values) => values is null ? [null] : System.Array.ConvertAll(values, value => (decimal?)value);
}
