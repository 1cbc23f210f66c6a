namespace LlmSizing;

/// <summary>What was asked for in time.</summary>
internal static class JsonTraffic
{
    public static void Write(JsonPage json, RequestTraffic traffic)
    {
        json.Number("requests_per_second", traffic.RequestsPerSecond);
        json.Number("think_time_seconds", traffic.ThinkTimeSeconds);
        json.Number("turns_per_session", traffic.TurnsPerSession);
        json.Text("input_tokens", traffic.InputTokens.ToString());
        json.Text("output_tokens", traffic.OutputTokens.ToString());
        json.Number("prefix_cache_hit_ratio", traffic.PrefixCacheHitRatio);
        json.Number("ttft_slo_ms", traffic.Objective.TtftMs);
        json.Number("tpot_slo_ms", traffic.Objective.TpotMs);
        json.Number("slo_percentile", traffic.Objective.Percentile);
        json.Number("node_availability", traffic.NodeAvailability);
    }
}
