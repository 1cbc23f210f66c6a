using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing.Commands;

/// <summary>Every combination of what is said about the operation of nodes, streamed; the last argument varies fastest.</summary>
internal static class OperationsGrid
{
    internal static IEnumerable<Operations?> Of(
        decimal[]? pues, decimal[]? rackPowers, decimal[]? rackHeights, decimal[]? co2, decimal[]? energyPrices, decimal[]? prices, decimal[]? capexes,
        decimal[]? depreciations, decimal[]? utilizations, string? currency, decimal[]? inputRates, decimal[]? outputRates) =>
        from pue in Optional(pues)
        from power in Optional(rackPowers)
        from height in Optional(rackHeights)
        from grams in Optional(co2)
        from energy in Optional(energyPrices)
        from price in Optional(prices)
        from capex in Optional(capexes)
        from months in Optional(depreciations)
        from share in Optional(utilizations)
        from input in Optional(inputRates)
        from output in Optional(outputRates)
        select new Operations(pue, power, height, grams, energy, price, capex, months, share, currency, input, output);

    private static decimal?[] Optional(decimal[]? values) => values is null ? [null] : Array.ConvertAll(values, value => (decimal?)value);
}
