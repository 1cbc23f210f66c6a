namespace LlmSizing;

/// <summary>An answer: its numbers, each with its rationale, and all of its alerts.</summary>
internal static class JsonScenario
{
    public static void Write(JsonPage json, ScenarioResult result, Texts texts)
    {
        json.Text("name", result.Scenario);
        json.Text("title", ScenarioTitle.Of(result.Scenario, texts));
        json.Number("peak_headroom_ratio", result.PeakHeadroomRatio);
        json.Text("ha_mode", result.HaMode);
        json.Number("kv_budget_ratio", result.KvBudgetRatio);
        json.Number("runtime_overhead_gib", result.RuntimeOverheadGib);
        json.Flag("feasible", result.Feasible);
        json.Objects("metrics", MetricList.For(result), metric => WriteMetric(json, metric.Describe(result, texts), texts));
        json.Objects("alerts", result.GetAlerts(texts), alert =>
        {
            json.Text("severity", alert.Severity.ToString().ToLowerInvariant());
            json.Text("code", alert.Code);
            json.Text("message", alert.Message);
            json.Text("action", alert.Action);
        });
    }

    private static void WriteMetric(JsonPage json, MetricResult metric, Texts texts)
    {
        json.Text("name", metric.Metric);
        json.Text("title", texts.Get($"metric.{metric.Metric}.title"));
        json.AnyOrNull("value", metric.Value);
        json.Text("unit", metric.Unit);
        json.Number("bytes", metric.Bytes);
        json.Text("display", metric.Display);
        JsonRationale.Write(json, metric.Rationale);
    }
}
