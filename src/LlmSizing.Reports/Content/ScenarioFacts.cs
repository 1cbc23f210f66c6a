using System.Collections.Generic;

namespace LlmSizing;

/// <summary>What a scenario plans with.</summary>
internal static class ScenarioFacts
{
    public static IEnumerable<InputFact> Of(ScenarioResult result) =>
    [
        new("peak_headroom", NumberText.Percent(result.Capacity.PeakHeadroomBillionths)),
        new("ha_mode", result.HaMode),
        new("kv_budget_ratio", NumberText.Percent(result.Capacity.KvBudgetRatioBillionths)),
    ];
}
