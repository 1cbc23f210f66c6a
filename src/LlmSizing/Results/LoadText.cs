using System.Collections.Generic;

namespace LlmSizing;

/// <summary>Numbers of a load as rationales and sentences show them.</summary>
internal static class LoadText
{
    /// <summary>An input that is empty where the load cannot be met.</summary>
    public static RationaleInput Input(string name, double? value) => new(name, value is double number ? Rounded(number) : "none");

    /// <summary>The nodes of each limit; those that are not asked for are left out.</summary>
    public static IEnumerable<RationaleInput> Limits(ScenarioResult result)
    {
        if (result is { Feasible: true, Load: LoadAnswer load })
        {
            yield return new("nodes_memory", load.NodesMemory);
            yield return new("nodes_throughput", load.NodesThroughput);
            if (load.NodesSlo is long nodes)
            {
                yield return new("nodes_slo", nodes);
            }
        }
    }

    /// <summary>The text of a name that only a load has; null for another.</summary>
    public static string? Find(ScenarioResult result, string name)
    {
        LoadAnswer? load = result.Load;
        RequestTraffic? traffic = result.Request.Traffic;
        return name switch
        {
            "requests_per_second" => Shown(load?.RequestsPerSecond),
            "peak_requests_per_second" => Shown(load?.Peak?.RequestsPerSecond),
            "input_tokens" => traffic?.InputTokens.ToString() ?? "",
            "output_tokens" => traffic?.OutputTokens.ToString() ?? "",
            "think_time_s" => Shown(traffic?.ThinkSecondsPerRequest),
            "response_s" => Shown(load?.Peak?.ResponseSeconds),
            "requests_in_flight" => Shown(load?.Peak?.RequestsInFlight),
            "utilization_percent" => Percent(load?.Peak?.UtilizationRatio, 1),
            "peak_ttft_ms" => Shown(load?.Peak?.TtftMs),
            "peak_tpot_ms" => Shown(load?.Peak?.TpotMs),
            "best_ttft_ms" => Shown(load?.BestTtftMs),
            "best_tpot_ms" => Shown(load?.BestTpotMs),
            "ttft_slo_ms" => Shown((double?)traffic?.Objective.TtftMs),
            "tpot_slo_ms" => Shown((double?)traffic?.Objective.TpotMs),
            "slo_percent" => Percent((double?)traffic?.Objective.Percentile),
            "batch" => NumberText.Plain(load?.PlacesPerRank ?? 0),
            "nodes_memory" => NumberText.Plain(load?.NodesMemory ?? 0),
            "nodes_throughput" => NumberText.Plain(load?.NodesThroughput ?? 0),
            "nodes_slo" => NumberText.Plain(load?.NodesSlo ?? 0),
            "nodes_lost" => NumberText.Plain(load?.NodesLost ?? 0),
            "survivor_nodes" => NumberText.Plain(load?.Survivors?.Nodes ?? 0),
            "survivor_sessions_lost" => NumberText.Plain(load?.Survivors?.SessionsLost ?? 0),
            "survivor_ttft_ms" => Shown(load?.Survivors?.TtftMs),
            "survivor_tpot_ms" => Shown(load?.Survivors?.TpotMs),
            "node_availability_percent" => Percent((double?)traffic?.NodeAvailability),
            "service_availability_percent" => Percent(load?.ServiceAvailabilityRatio),
            _ => null,
        };
    }

    /// <summary>As many decimals as tell numbers of its size apart.</summary>
    public static decimal Rounded(double number) => number < 1e15
        ? ResultText.Trimmed(decimal.Round((decimal)number, number >= 100 ? 1 : number >= 1 ? 3 : 9))
        : 1_000_000_000_000_000m;

    private static string Shown(double? number) => number is double known ? NumberText.AsWritten(Rounded(known)) : "∞";

    private static string Percent(double? ratio, int decimals = 7) => ratio is double known ? NumberText.AsWritten(decimal.Round((decimal)known * 100, decimals)) + "%" : "∞";
}
