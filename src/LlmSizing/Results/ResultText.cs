using System;
using System.Globalization;

namespace LlmSizing;

/// <summary>The names that a sentence may use in braces, and their text. Prose writes numbers as the seed's prose does: without grouping.</summary>
public static class ResultText
{
    /// <summary>The text of a name for a result.</summary>
    /// <exception cref="ArgumentException">No such name.</exception>
    public static string Of(ScenarioResult result, string name)
    {
        SizingRequest request = result.Request;
        Capacity capacity = result.Capacity;
        return name switch
        {
            "server" => request.Server.Name,
            "gpu" => request.Server.Gpu ?? request.Server.Name,
            "storage" => request.Storage?.Name ?? "",
            "scenario" => result.Scenario,
            "concurrency" => NumberText.Plain(result.Concurrency),
            "kv_total_gib" => NumberText.Gib(result.KvTotalBytes, 2),
            "kv_total_tib" => NumberText.Fixed(new Rational(result.KvTotalBytes, ByteUnits.TiB), 2),
            "gpus" => NumberText.Plain(request.Server.Gpus),
            "hbm_per_gpu_gb" => NumberText.AsWritten(request.Server.HbmPerGpuGb),
            "total_hbm_gb" => NumberText.AsWritten(request.Server.TotalHbmGb),
            "hbm_total_gib" => NumberText.Gib(result.HbmTotalBytes, 1),
            "runtime_overhead_gib" => NumberText.AsWritten(result.RuntimeOverheadGib),
            "available_after_overhead_gib" => NumberText.Fixed(result.ExactAvailableGib, 1),
            "kv_budget_percent" => NumberText.Percent(capacity.KvBudgetRatioBillionths),
            "kv_budget_ratio" => NumberText.AsWritten(result.KvBudgetRatio),
            "kv_rest_percent" => NumberText.Percent(Billionths.One - capacity.KvBudgetRatioBillionths),
            "kv_budget_gib" => NumberText.Fixed(result.ExactKvBudgetGib, 1),
            "sessions_per_node" => NumberText.Plain(result.SessionsPerNode),
            "nodes_capacity" => Nodes(result.NodesCapacity),
            "peak_headroom_percent" => NumberText.Percent(capacity.PeakHeadroomBillionths),
            "peak_headroom_ratio" => NumberText.AsWritten(result.PeakHeadroomRatio),
            "sessions_with_headroom" => NumberText.Plain(capacity.SessionsWithHeadroom),
            "nodes_with_headroom" => Nodes(result.NodesWithHeadroom),
            "ha_mode" => result.HaMode,
            "ha_extra_nodes" => NumberText.Plain(result.ScenarioDefinition.HaMode.ExtraNodes),
            "nodes_final" => Nodes(result.NodesFinal),
            "weights_gib" => NumberText.AsWritten(request.Model.WeightsGib ?? 0),
            "total_params_b" => NumberText.AsWritten(request.Model.TotalParamsB ?? 0),
            "idle_percent" => NumberText.Percent(result.ExactIdleShare),
            "storage_read_gb_s" => NumberText.AsWritten(request.Storage?.ThroughputReadGbS ?? 0),
            "storage_reload_s" => NumberText.Fixed(result.ExactReloadSeconds, 2),
            "estimates" => result.EstimateReasons,
            "sessions_per_replica" => NumberText.Plain(capacity.SessionsPerReplica),
            _ => (Fleet.Of(result) is Fleet fleet ? OperationsText.Find(fleet, name) : null)
                ?? (request.Plan is NodePlan plan ? PlanText.Find(plan, name) : null) ?? LoadText.Find(result, name) ?? StorageText.Find(result, name) ?? Of(request.KvCache, name),
        };
    }

    /// <summary>The text of a name for a session's cache.</summary>
    /// <exception cref="ArgumentException">No such name.</exception>
    public static string Of(SessionKvCache cache, string name)
    {
        Model model = cache.Model;
        return name switch
        {
            "model" => model.Name,
            "effective_context" => NumberText.Plain(cache.EffectiveContext),
            "requested_context" => NumberText.Plain(cache.RequestedContext),
            "max_position_embeddings" => NumberText.Plain(model.MaxPositionEmbeddings),
            "num_kv_heads" => ModelText.KeyValueHeads(model),
            "head_dim" => ModelText.HeadDims(model),
            "attention_pattern" => model.AttentionPattern,
            "sliding_window" => ModelText.SlidingWindows(model),
            "kv_precision" => cache.Precision.Name,
            "default_kv_precision" => model.DefaultKvPrecision.Name,
            "bytes_per_element" => NumberText.AsWritten(cache.Precision.BytesPerElement),
            "bytes_per_position" => NumberText.Fixed(BytesPerPosition(cache), 0),
            "bytes_per_token" => NumberText.Plain(cache.BytesPerToken),
            "bytes_per_sequence" => NumberText.Plain(cache.BytesPerSequence),
            "kv_per_session_gib" => NumberText.Gib(cache.ComputeBytes(), 2),
            _ => throw new ArgumentException($"No text is known for '{name}'.", nameof(name)),
        };
    }

    /// <summary>A number in the program's own words: 180, not 180.00.</summary>
    internal static decimal Trimmed(decimal value) => decimal.Parse(NumberText.AsWritten(value), CultureInfo.InvariantCulture);

    /// <summary>A ratio with at least one decimal: 0.0, 0.2, 0.65.</summary>
    internal static decimal Ratio(long billionths) => NumberText.Rounded(Rational.FromBillionths(billionths), Billionths.Places);

    internal static decimal KvPerSession(ScenarioResult result) => NumberText.Rounded(new Rational(result.KvPerSessionBytes, ByteUnits.GiB), 4);

    private static string Nodes(long? nodes) => nodes is long count ? NumberText.Plain(count) : "";

    // One key vector of every head of one layer, as the seed counts it (the factor 2 stands apart).
    private static Rational BytesPerPosition(SessionKvCache cache) => cache.Model.Layers[0] is { KeyValueHeads: long heads, HeadDim: long dim }
        ? Rational.Whole(cache.Precision.Key.Bytes(heads * dim))
        : Rational.Whole(0);
}
