using System;
using System.Collections.Generic;

namespace LlmSizing.Commands;

/// <summary>Every combination of what says how requests come and what is promised, streamed; the last argument varies fastest.</summary>
internal static class TrafficGrid
{
    internal static IEnumerable<RequestTraffic> Of(
        decimal[]? rates, decimal[]? thinkTimes, long[]? turns, TokenLengths[] inputs, TokenLengths[] outputs, IReadOnlyList<ServiceObjective> objectives,
        decimal[]? availabilities, decimal[]? hitRatios)
    {
        foreach (decimal? rate in Optional(rates))
        {
            foreach (decimal? think in Optional(thinkTimes))
            {
                foreach (long? turn in Optional(turns))
                {
                    foreach (TokenLengths input in inputs)
                    {
                        foreach (TokenLengths output in outputs)
                        {
                            foreach (ServiceObjective objective in objectives)
                            {
                                foreach (decimal? availability in Optional(availabilities))
                                {
                                    foreach (decimal? hits in Optional(hitRatios))
                                    {
                                        yield return new RequestTraffic(input, output, rate, think, turn, objective, availability, hits);
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    internal static IEnumerable<ServiceObjective> Objectives(decimal[]? ttfts, decimal[]? tpots, decimal[]? percentiles)
    {
        foreach (decimal? ttft in Optional(ttfts))
        {
            foreach (decimal? tpot in Optional(tpots))
            {
                foreach (decimal? percentile in Optional(percentiles))
                {
                    yield return new ServiceObjective(ttft, tpot, percentile);
                }
            }
        }
    }

    private static T?[] Optional<T>(T[]? values) where T : struct => values is null ? [null] : Array.ConvertAll(values, value => (T?)value);
}
