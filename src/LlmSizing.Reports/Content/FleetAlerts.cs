using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>The alerts of a fleet's workloads, each once, with the workloads that raise it; the most severe first.</summary>
internal static class FleetAlerts
{
    public static IEnumerable<FleetAlert> Of(FleetResult fleet, Texts texts) =>
        // What a workload would leave idle on nodes of its own says nothing of the fleet's.
        from rule in AlertList.All.Where(rule => rule is not IdleFleetRule)
        from raised in fleet.Pools.SelectMany(pool => pool.Loads).Where(load => rule.Applies(load.Result))
            .Select(load => (Alert: rule.Raise(load.Result, texts), Name: FleetTables.Name(load)))
            .GroupBy(item => (item.Alert.Message, item.Alert.Action))
        select new FleetAlert(raised.First().Alert, [.. raised.Select(item => item.Name)]);
}

/// <summary>An alert and the workloads that raise it in the same words.</summary>
internal sealed class FleetAlert
{
    public FleetAlert(Alert alert, IReadOnlyList<string> workloads)
    {
        Alert = alert;
        Workloads = workloads;
    }

    public Alert Alert { get; }

    public IReadOnlyList<string> Workloads { get; }
}
