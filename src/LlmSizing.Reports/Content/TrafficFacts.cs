using System.Collections.Generic;

namespace LlmSizing;

/// <summary>What was asked for in time: how requests come, how long they are, and the latency that is promised.</summary>
internal static class TrafficFacts
{
    public static IEnumerable<InputFact> Of(RequestTraffic traffic)
    {
        if (traffic.RequestsPerSecond is decimal rate)
        {
            yield return new("requests_per_second", NumberText.AsWritten(rate) + " requests/s");
        }
        if (traffic.ThinkTimeSeconds is decimal think)
        {
            yield return new("think_time_seconds", NumberText.AsWritten(think) + " s");
        }
        if (traffic.TurnsPerSession is long turns)
        {
            yield return new("turns_per_session", NumberText.Grouped(turns));
        }
        yield return new("input_tokens", traffic.InputTokens.ToString());
        yield return new("output_tokens", traffic.OutputTokens.ToString());
        if (traffic.PrefixCacheHitRatio is decimal hits)
        {
            yield return new("prefix_cache_hit_ratio", NumberText.AsWritten(hits));
        }
        if (traffic.Objective.IsGiven)
        {
            yield return new("slo", traffic.Objective.ToString());
        }
        if (traffic.NodeAvailability is decimal availability)
        {
            yield return new("node_availability", NumberText.AsWritten(availability));
        }
    }
}
