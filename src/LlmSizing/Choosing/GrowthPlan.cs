using System.Collections.Generic;
using System.Linq;
using System.Numerics;

namespace LlmSizing;

/// <summary>A load that grows by compound interest, month by month, and the nodes to buy for it. Nodes that were bought stay.</summary>
public sealed class GrowthPlan
{
    /// <summary>Plans the months.</summary>
    /// <param name="result">The answer for month 0.</param>
    /// <param name="growthPerMonth">Share by which the load grows each month, 0 or more, of at most nine decimals.</param>
    /// <param name="months">Months after month 0.</param>
    /// <param name="owned">Nodes that are there before month 0.</param>
    /// <exception cref="SizingException">A month's load is beyond the range of concurrency, or does not fit a 64-bit integer; names the month.</exception>
    public GrowthPlan(ScenarioResult result, decimal growthPerMonth, long months, long owned)
    {
        Model = result.Model;
        Server = result.Server;
        Scenario = result.Scenario;
        GrowthPerMonth = growthPerMonth;
        Months = new ReadableList<GrowthMonth>(Plan(result, Billionths.From(growthPerMonth, "GrowthPerMonth"), months, owned));
    }

    /// <summary>The model's name.</summary>
    public string Model { get; }

    /// <summary>The server's name.</summary>
    public string Server { get; }

    /// <summary>The scenario's name.</summary>
    public string Scenario { get; }

    /// <summary>Share by which the load grows each month.</summary>
    public decimal GrowthPerMonth { get; }

    /// <summary>Nodes that month 0 needs; null where it cannot be met.</summary>
    public long? NodesAtStart => Months[0].NodesFinal;

    /// <summary>Nodes that the last month needs; null where it cannot be met.</summary>
    public long? NodesAtEnd => Months[Months.Count - 1].NodesFinal;

    /// <summary>Nodes to buy over all months.</summary>
    public long NodesToBuy => Months.Sum(month => month.NodesToBuy);

    /// <summary>The months in which nodes are bought.</summary>
    public ReadableList<long> PurchaseMonths => new(Months.Where(month => month.IsPurchase).Select(month => month.Month));

    /// <summary>Every month from 0 on.</summary>
    public ReadableList<GrowthMonth> Months { get; }

    /// <summary>What is bought when.</summary>
    public override string ToString() =>
        $"{Model} on {Server}, {Scenario}: buy {NumberText.Grouped(NodesToBuy)} node(s) in months {string.Join(", ", PurchaseMonths)}";

    private static IEnumerable<GrowthMonth> Plan(ScenarioResult result, long growth, long months, long owned)
    {
        BigInteger factor = Billionths.One + growth;
        BigInteger load = result.Concurrency;
        BigInteger unit = BigInteger.One;
        for (long month = 0; month <= months; month++)
        {
            BigInteger sessions = (load + unit - 1) / unit;
            if (sessions > (BigInteger)Limits.Concurrency.Maximum)
            {
                throw new SizingException("GrowthPerMonth", $"Month {NumberText.Plain(month)} has more than {NumberText.Plain((long)Limits.Concurrency.Maximum)} sessions: ask for fewer months or less growth.");
            }
            Requirements asked = result.Request.Requirements;
            var grown = new Requirements((long)sessions, asked.EffectiveContext, asked.KvPrecision, asked.KvBudgetRatio, asked.RuntimeOverheadGib, asked.PeakHeadroomRatio);
            Capacity capacity = CapacityPlanner.Solve(result.Request.With(grown), result.ScenarioDefinition);
            long needed = capacity.Feasible ? capacity.NodesFinal : 0;
            long toBuy = needed > owned ? needed - owned : 0;
            owned += toBuy;
            yield return new GrowthMonth(result, month, (long)sessions, capacity.Feasible ? needed : null, owned, toBuy);
            load *= factor;
            unit *= Billionths.One;
        }
    }
}
