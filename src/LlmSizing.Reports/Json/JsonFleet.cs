namespace LlmSizing;

/// <summary>A fleet: what it is for, its numbers, its pools with their workloads, how the nodes follow, and the alerts of the workloads.</summary>
internal static class JsonFleet
{
    public static void Write(JsonPage json, FleetResult fleet, Texts texts)
    {
        foreach (FleetFigure figure in FleetFigures.Inputs(fleet, texts))
        {
            json.AnyOrNull(figure.Id, figure.Value);
        }
        json.Flag("feasible", fleet.Feasible);
        json.Objects("figures", FleetFigures.Of(fleet, texts), figure =>
        {
            json.Text("name", figure.Id);
            json.Text("title", figure.Label);
            json.AnyOrNull("value", figure.Value);
            json.Text("unit", figure.Unit);
            json.Text("display", figure.Display);
        });
        json.Objects("pools", fleet.Pools, pool => WritePool(json, pool, texts));
        JsonRationale.Write(json, fleet.Describe(texts));
        json.Objects("alerts", FleetAlerts.Of(fleet, texts), item =>
        {
            json.Text("severity", item.Alert.Severity.ToString().ToLowerInvariant());
            json.Text("code", item.Alert.Code);
            json.Text("message", item.Alert.Message);
            json.Text("action", item.Alert.Action);
            json.Texts("workloads", item.Workloads);
        });
    }

    private static void WritePool(JsonPage json, FleetPool pool, Texts texts)
    {
        json.Text("model", pool.Model);
        json.Text("kv_precision", pool.KvPrecision);
        json.Text("placement", pool.Placement);
        json.Text("engine", pool.Engine);
        json.Flag("feasible", pool.Feasible);
        json.Number("replicas", pool.Replicas);
        json.Number("gpus_per_replica", pool.GpusPerReplica);
        json.Number("nodes_alone", pool.NodesAlone);
        JsonRationale.Write(json, pool.Describe(texts));
        json.Objects("workloads", pool.Loads, load =>
        {
            json.Text("workload", load.Workload);
            json.Number("concurrency", load.Concurrency);
            json.Number("sessions_with_headroom", load.SessionsWithHeadroom);
            json.Number("effective_context", load.EffectiveContext);
            json.Number("nodes_alone", load.Result.NodesFinal);
        });
    }
}
