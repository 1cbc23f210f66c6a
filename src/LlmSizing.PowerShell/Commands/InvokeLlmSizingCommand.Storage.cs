using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;

namespace LlmSizing.Commands;

/// <content>What is asked of storage: loads, versions, logs, checkpoints, updates, KV offload.</content>
public sealed partial class InvokeLlmSizingCommand
{
    /// <summary>Seconds in which all nodes are to serve when they start at once, 0.001 to 10^6.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("max_load_seconds")]
    [MaxLoadSeconds]
    public decimal[]? MaxLoadSeconds { get; set; }

    /// <summary>Versions of the model that are kept, 1 to 10^6.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("model_versions")]
    [ModelVersions]
    public long[]? ModelVersions { get; set; }

    /// <summary>Share added to the versions, 0 to 10; nothing when left out.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("version_margin_ratio")]
    [VersionMarginRatio]
    public decimal[]? VersionMarginRatio { get; set; }

    /// <summary>GB of logs in a day, 0 to 10^6; with -RetentionDays.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("log_gb_per_day")]
    [LogGbPerDay]
    public decimal[]? LogGbPerDay { get; set; }

    /// <summary>Days that logs are kept, 0 to 10^5; with -LogGbPerDay.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("retention_days")]
    [RetentionDays]
    public decimal[]? RetentionDays { get; set; }

    /// <summary>Checkpoints that are kept, each as large as the weights, 0 to 10^6.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("checkpoint_count")]
    [CheckpointCount]
    public long[]? CheckpointCount { get; set; }

    /// <summary>Nodes that load at the same time during an update, 1 to 10^6.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("rolling_update_nodes")]
    [RollingUpdateNodes]
    public long[]? RollingUpdateNodes { get; set; }

    /// <summary>Where KV cache is kept that leaves the GPU.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("offload_tier")]
    [ValidateNotNullOrEmpty]
    public OffloadTier[]? OffloadTier { get; set; }

    private bool IsStorageAsked => StorageShared || OffloadTier is not null || MaxLoadSeconds is not null || InitSeconds is not null || StorageNicGbS is not null
        || ReadBlockKib is not null || ModelVersions is not null || VersionMarginRatio is not null || LogGbPerDay is not null || RetentionDays is not null
        || CheckpointCount is not null || RollingUpdateNodes is not null;

    private IEnumerable<SizingRequest> WithStorage(SizingRequest request) => !IsStorageAsked ? [request] : StorageWorkloadGrid.Of(
        StorageShared, MaxLoadSeconds, InitSeconds, StorageNicGbS, ReadBlockKib, ModelVersions, VersionMarginRatio,
        LogGbPerDay, RetentionDays, CheckpointCount, RollingUpdateNodes, OffloadTier).Select(workload => request.With(workload, request.Plan is NodePlan plan ? TuningChoice.Of(tunings, plan) : null));
}
