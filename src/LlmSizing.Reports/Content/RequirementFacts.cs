using System.Collections.Generic;

namespace LlmSizing;

/// <summary>The load, and what the operator asked for beyond it; what was left to the scenario stands with the scenario.</summary>
internal static class RequirementFacts
{
    public static IEnumerable<InputFact> Of(SizingRequest request, Texts texts)
    {
        Requirements asked = request.Requirements;
        SessionKvCache cache = request.KvCache;
        if (request.Workload is not null)
        {
            yield return new("workload", request.Workload);
        }
        yield return new("concurrency", texts.Format("report.value.sessions", _ => NumberText.Grouped(asked.Concurrency)));
        yield return new("effective_context", texts.Format(
            cache.IsClamped ? "report.value.tokens_clamped" : "report.value.tokens",
            name => NumberText.Grouped(name == "requested" ? cache.RequestedContext : cache.EffectiveContext)));
        yield return new("kv_precision", cache.Precision.Name);
        if (asked.KvBudgetRatio is decimal budget)
        {
            yield return new("requested_kv_budget_ratio", NumberText.AsWritten(budget));
        }
        if (asked.RuntimeOverheadGib is decimal overhead)
        {
            yield return new("requested_runtime_overhead_gib", NumberText.AsWritten(overhead) + " GiB");
        }
        if (asked.PeakHeadroomRatio is decimal headroom)
        {
            yield return new("requested_peak_headroom_ratio", NumberText.AsWritten(headroom));
        }
    }
}
