using System.Collections.Generic;

namespace LlmSizing;

/// <summary>A question for many loads. The plan of a placed model depends on the load through the context and the overhead alone, and is kept for each pair.</summary>
internal sealed class PlanCache
{
    // A plan takes a few kilobytes: enough for any context drawn twice, and a bound for those that are not.
    private const int Most = 4_096;

    private readonly SizingRequest request;
    private readonly Dictionary<(long Context, long? Overhead), NodePlan> plans = [];

    internal PlanCache(SizingRequest request) => this.request = request;

    internal SizingRequest With(Requirements requirements)
    {
        if (request.Plan is null)
        {
            return request.With(requirements);
        }
        (long, long?) key = (requirements.EffectiveContext, requirements.OverheadBillionths);
        if (plans.TryGetValue(key, out NodePlan? known))
        {
            return request.With(requirements, known);
        }
        SizingRequest changed = request.With(requirements);
        if (plans.Count < Most)
        {
            plans.Add(key, changed.Plan!);
        }
        return changed;
    }
}
