using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>What several workloads say about the operation of the nodes that they share: each number once. Rates of tokens and their use are the workloads' own.</summary>
internal static class FleetOperations
{
    /// <summary>What is said together; null where nothing is.</summary>
    /// <exception cref="SizingException">Two of them contradict each other.</exception>
    public static Operations? Of(IEnumerable<ScenarioResult> results)
    {
        Operations[] said = [.. results.Select(result => result.Request.Operations).OfType<Operations>().Distinct()];
        return said.Length == 0 ? null : new Operations(
            One(said, "Pue", one => one.Pue), One(said, "RackPowerKw", one => one.RackPowerKw), One(said, "RackHeightUnits", one => one.RackHeightUnits),
            One(said, "Co2GramsPerKwh", one => one.Co2GramsPerKwh), One(said, "EnergyPricePerKwh", one => one.EnergyPricePerKwh), One(said, "PricePerHour", one => one.PricePerHour),
            One(said, "CapexPerNode", one => one.CapexPerNode), One(said, "DepreciationMonths", one => one.DepreciationMonths), null,
            Single(said, "Currency", one => one.Currency), usesPriceList: said.Any(one => one.UsesPriceList),
            priceOrigin: Single(said, "PriceCatalog", one => one.PriceOrigin));
    }

    private static decimal? One(Operations[] said, string name, Func<Operations, decimal?> read)
    {
        decimal[] values = [.. said.Select(read).OfType<decimal>().Distinct()];
        return values.Length < 2 ? values.Cast<decimal?>().FirstOrDefault() : throw Contradiction(name, NumberText.AsWritten(values[0]), NumberText.AsWritten(values[1]));
    }

    private static string? Single(Operations[] said, string name, Func<Operations, string?> read)
    {
        string[] values = [.. said.Select(read).OfType<string>().Distinct()];
        return values.Length < 2 ? values.FirstOrDefault() : throw Contradiction(name, values[0], values[1]);
    }

    private static SizingException Contradiction(string name, string one, string other) =>
        new(name, $"The workloads of a fleet share its nodes, and -{name} is {one} for one and {other} for another: nothing is converted or averaged. Give one for all.");
}
