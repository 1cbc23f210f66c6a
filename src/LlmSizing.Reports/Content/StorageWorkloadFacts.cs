using System.Collections.Generic;

namespace LlmSizing;

/// <summary>What was asked of storage; what was not given is not listed.</summary>
internal static class StorageWorkloadFacts
{
    public static IEnumerable<InputFact> Of(StorageWorkload workload, Texts texts)
    {
        yield return new("storage_shared", texts.Get(workload.IsShared ? "report.value.yes" : "report.value.no"));
        yield return new("read_block_kib", NumberText.Grouped(workload.ReadBlockKib) + " KiB");
        foreach ((string label, decimal? value, string unit) in new (string, decimal?, string)[]
        {
            ("max_load_seconds", workload.MaxLoadSeconds, " s"), ("init_seconds", workload.InitSeconds, " s"), ("storage_nic_gb_s", workload.NicGbS, " GB/s"),
            ("model_versions", workload.ModelVersions, ""), ("version_margin_ratio", workload.VersionMarginRatio, ""),
            ("checkpoint_count", workload.CheckpointCount, ""), ("rolling_update_nodes", workload.RollingUpdateNodes, ""),
        })
        {
            if (value is decimal given)
            {
                yield return new(label, NumberText.AsWritten(given) + unit);
            }
        }
        if (workload.LogGbPerDay is decimal amount && workload.RetentionDays is decimal days)
        {
            yield return new("logs", texts.Format("report.value.logs", name => NumberText.AsWritten(name == "amount" ? amount : days)));
        }
        if (workload.OffloadTier is OffloadTier tier)
        {
            yield return new("offload_tier", tier.ToString().ToLowerInvariant());
        }
    }
}
