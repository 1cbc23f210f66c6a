using System.Linq;

namespace LlmSizing;

/// <summary>The question, with the catalog's names for its members; what is not known is null.</summary>
internal static class JsonInputs
{
    public static void Write(JsonPage json, SizingRequest request)
    {
        if (request.Workload is not null)
        {
            json.Text("workload", request.Workload);
        }
        json.Object("model", () => WriteModel(json, request.Model));
        json.Object("server", () => WriteServer(json, request.Server, request.Plan is not null));
        if (request.Storage is StorageProfile storage)
        {
            json.Object("storage", () => WriteStorage(json, storage));
        }
        else
        {
            json.Text("storage", null);
        }
        json.Object("requirements", () => WriteRequirements(json, request));
        if (request.Plan is NodePlan plan)
        {
            json.Object("placement", () => JsonPlacement.Write(json, plan));
        }
        if (request.Traffic is RequestTraffic traffic)
        {
            json.Object("traffic", () => JsonTraffic.Write(json, traffic));
        }
        if (request.StorageWorkload is StorageWorkload workload)
        {
            json.Object("storage_workload", () => JsonStorageWorkload.Write(json, workload));
        }
        if (request.Operations is Operations asked)
        {
            json.Object("operations", () => JsonOperations.Write(json, asked));
        }
    }

    // Written for every layout, null where it has none.
    private static readonly string[] CommonSizes = ["num_key_value_heads", "head_dim", "value_head_dim", "sliding_window"];

    private static void WriteModel(JsonPage json, Model model)
    {
        json.Text("name", model.Name);
        json.Text("family", model.Family);
        json.Number("num_layers", model.NumLayers);
        json.Text("attention_pattern", model.AttentionPattern);
        json.Objects("layers", model.Layers, group =>
        {
            json.Text("layout", group.Layout);
            json.Number("count", group.Count);
            json.Number("num_key_value_heads", group.KeyValueHeads);
            json.Number("head_dim", group.HeadDim);
            json.Number("value_head_dim", group.ValueHeadDim);
            json.Number("sliding_window", group.SlidingWindow);
            foreach (RationaleInput size in group.Sizes.Where(size => !CommonSizes.Contains(size.Name)))
            {
                json.Any(size.Name, size.Value);
            }
            if (group.At is LayerSet layers)
            {
                json.Text("at", layers.ToString());
            }
        });
        json.Number("max_position_embeddings", model.MaxPositionEmbeddings);
        json.Text("default_kv_precision", model.DefaultKvPrecision.Name);
        json.Number("total_params_b", model.TotalParamsB);
        json.Number("active_params_b", model.ActiveParamsB);
        json.Number("weights_gib", model.WeightsGib);
        WriteOrigin(json, model);
    }

    private static void WriteServer(JsonPage json, Server server, bool isPlaced)
    {
        json.Text("name", server.Name);
        json.Text("gpu", server.Gpu);
        json.Number("gpus", server.Gpus);
        json.Number("hbm_per_gpu_gb", server.HbmPerGpuGb);
        json.Number("total_hbm_gb", server.TotalHbmGb);
        json.Number("usable_hbm_per_gpu_gib", server.UsableHbmPerGpuGib);
        json.Number("hbm_bandwidth_tb_s", server.HbmBandwidthTbS);
        json.Flag("fp8_units", server.Fp8Units);
        json.Flag("int8_units", server.Int8Units);
        if (isPlaced)
        {
            json.Number("nvlink_domain_gpus", server.NvlinkDomainGpus);
        }
        WriteOrigin(json, server);
    }

    private static void WriteStorage(JsonPage json, StorageProfile storage)
    {
        json.Text("name", storage.Name);
        json.Text("type", storage.Type);
        json.Number("iops_read", storage.IopsRead);
        json.Number("iops_write", storage.IopsWrite);
        json.Number("throughput_read_gb_s", storage.ThroughputReadGbS);
        json.Number("throughput_write_gb_s", storage.ThroughputWriteGbS);
        json.Number("latency_p99_read_ms", storage.LatencyP99ReadMs);
        json.Number("latency_p99_write_ms", storage.LatencyP99WriteMs);
        WriteOrigin(json, storage);
    }

    private static void WriteRequirements(JsonPage json, SizingRequest request)
    {
        Requirements asked = request.Requirements;
        json.Number("concurrency", asked.Concurrency);
        json.Number("requested_context", asked.EffectiveContext);
        json.Number("effective_context", request.KvCache.EffectiveContext);
        json.Text("kv_precision", request.KvCache.Precision.Name);
        json.Number("requested_kv_budget_ratio", asked.KvBudgetRatio);
        json.Number("requested_runtime_overhead_gib", asked.RuntimeOverheadGib);
        json.Number("requested_peak_headroom_ratio", asked.PeakHeadroomRatio);
    }

    private static void WriteOrigin(JsonPage json, CatalogEntry entry)
    {
        json.Text("estimate", entry.Estimate);
        json.Texts("references", entry.References);
        json.Text("source", entry.Source);
    }
}
