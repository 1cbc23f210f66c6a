using System.Collections.Generic;

namespace LlmSizing;

/// <summary>The numbers of a simulation in the order of a report; each has a label <c>report.simulation.{id}</c>.</summary>
internal static class SimulationFigures
{
    public static IEnumerable<SimulationFigure> Inputs(SimulationResult result)
    {
        SimulationRequest request = result.Request;
        yield return Text("model", result.Model);
        yield return Text("server", result.Server);
        yield return Text("placement", $"{result.Placement}, {result.Engine}");
        yield return Text("confidence", result.Confidence);
        yield return Text("load", result.Load);
        if (request.Load.InputTokens is string input && request.Load.OutputTokens is string output)
        {
            yield return Text("input_tokens", input);
            yield return Text("output_tokens", output);
        }
        if (request.Load.ThinkTimeSeconds is string think)
        {
            yield return Text("think_time_seconds", think);
        }
        yield return Count("replicas", "replicas", result.Replicas);
        if (result.PrefillReplicas > 0)
        {
            yield return Count("prefill_replicas", "replicas", result.PrefillReplicas);
        }
        yield return Text("policy", result.Policy);
        if (request.FailAtSeconds is decimal fail)
        {
            yield return Text("fail_at_seconds", NumberText.AsWritten(fail));
        }
        yield return Text("seed", NumberText.Plain(result.Seed));
    }

    public static IEnumerable<SimulationFigure> Of(SimulationResult result)
    {
        yield return Count("arrived", "requests", result.Arrived);
        yield return Count("finished", "requests", result.Finished);
        yield return Count("rejected", "requests", result.Rejected);
        yield return Number("duration_seconds", "s", result.DurationSeconds);
        yield return Number("requests_per_second", "requests/s", result.RequestsPerSecond);
        yield return Number("input_tokens_per_second", "tokens/s", result.InputTokensPerSecond);
        yield return Number("output_tokens_per_second", "tokens/s", result.OutputTokensPerSecond);
        if (result.GoodputRequestsPerSecond is double goodput && result.SloAttainmentRatio is double share)
        {
            yield return Number("goodput_requests_per_second", "requests/s", goodput);
            yield return Ratio("slo_attainment_ratio", share);
        }
        yield return Ratio("utilization_ratio", result.UtilizationRatio);
        yield return Number("queue_mean", "requests", result.QueueMean);
        yield return Count("queue_peak", "requests", result.QueuePeak);
        yield return Ratio("kv_mean_ratio", result.KvMeanRatio);
        yield return Ratio("kv_peak_ratio", result.KvPeakRatio);
        yield return Ratio("prefix_hit_ratio", result.PrefixHitRatio);
        yield return Count("preemptions", "times", result.Preemptions);
        yield return Count("recomputed_tokens", "tokens", result.RecomputedTokens);
        yield return Count("requeued", "requests", result.Requeued);
        yield return Count("lost_tokens", "tokens", result.LostTokens);
    }

    public static IEnumerable<(string Id, SimulatedLatency Latency)> Latencies(SimulationResult result) =>
        [("ttft", result.Ttft), ("tpot", result.Tpot), ("itl", result.Itl), ("end_to_end", result.EndToEnd)];

    public static IEnumerable<SimulationFigure> Of(SimulatedLatency latency) =>
    [
        Number("mean", "ms", latency.MeanMs), Number("p50", "ms", latency.P50Ms), Number("p90", "ms", latency.P90Ms),
        Number("p95", "ms", latency.P95Ms), Number("p99", "ms", latency.P99Ms),
    ];

    private static SimulationFigure Text(string id, string value) => new(id, "", value, value);

    private static SimulationFigure Count(string id, string unit, long value) => new(id, unit, value, NumberText.Grouped(value));

    private static SimulationFigure Number(string id, string unit, double value) => new(id, unit, value, NumberText.Fixed(new Rational((long)((value * 1000) + 0.5), 1000), 2));

    private static SimulationFigure Ratio(string id, double value) => new(id, "ratio", value, NumberText.Fixed(new Rational((long)((value * 100_000) + 0.5), 1000), 2) + "%");
}

/// <summary>One number or word of a simulation.</summary>
internal sealed class SimulationFigure
{
    public SimulationFigure(string id, string unit, object value, string display)
    {
        Id = id;
        Unit = unit;
        Value = value;
        Display = display;
    }

    public string Id { get; }

    public string Unit { get; }

    public object Value { get; }

    public string Display { get; }

    public string Label(Texts texts) => texts.Get("report.simulation." + Id);
}
