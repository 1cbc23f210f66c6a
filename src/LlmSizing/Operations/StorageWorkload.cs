using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>What the operator asks of storage, and what is said about it: loads, versions, logs, checkpoints, updates, KV offload.</summary>
/// <remarks>A number that was not given is null, and nothing is said about what needs it.</remarks>
public sealed class StorageWorkload
{
    /// <summary>Bytes of one read where none are given: the readahead of Linux, VM_READAHEAD_PAGES in include/linux/mm.h, by which a mapped file is read.</summary>
    public const long DefaultReadBlockKib = 128;

    /// <summary>Creates the workload.</summary>
    /// <param name="isShared">Whether the profile is one filer for all nodes; else each node has its own.</param>
    /// <param name="maxLoadSeconds">Seconds that a start may take, 0.001 to 10^6.</param>
    /// <param name="initSeconds">Seconds of the engine's own start after the load (context, libraries, compilation, graphs), 0 to 10^6; left out of every time when null.</param>
    /// <param name="nicGbS">What the node's network gives to storage, in GB/s (10^9), one direction.</param>
    /// <param name="readBlockKib">KiB of one read, 1 to 10^6; <see cref="DefaultReadBlockKib"/> when null.</param>
    /// <param name="modelVersions">Versions of the model that are kept, 1 to 10^6.</param>
    /// <param name="versionMarginRatio">Share added to the versions, 0 to 10; nothing when null.</param>
    /// <param name="logGbPerDay">GB of logs in a day.</param>
    /// <param name="retentionDays">Days that logs are kept; needed with the logs.</param>
    /// <param name="checkpointCount">Checkpoints that are kept, each as large as the weights, 0 to 10^6.</param>
    /// <param name="rollingUpdateNodes">Nodes that load at the same time during an update, 1 to 10^6.</param>
    /// <param name="offloadTier">Where KV cache is kept that leaves the GPU.</param>
    /// <exception cref="SizingException">A number is out of its range, or one of logs and days stands alone.</exception>
    public StorageWorkload(
        bool isShared = false, decimal? maxLoadSeconds = null, decimal? initSeconds = null, decimal? nicGbS = null, long? readBlockKib = null,
        long? modelVersions = null, decimal? versionMarginRatio = null, decimal? logGbPerDay = null, decimal? retentionDays = null,
        long? checkpointCount = null, long? rollingUpdateNodes = null, OffloadTier? offloadTier = null)
    {
        IsShared = isShared;
        MaxLoadSeconds = Checked(maxLoadSeconds, Limits.MaxLoadSeconds);
        InitSeconds = Checked(initSeconds, Limits.InitSeconds);
        NicGbS = Checked(nicGbS, Limits.StorageNicGbS);
        ReadBlockKib = Checked(readBlockKib, Limits.ReadBlockKib) ?? DefaultReadBlockKib;
        ModelVersions = Checked(modelVersions, Limits.ModelVersions);
        VersionMarginRatio = Checked(versionMarginRatio, Limits.VersionMarginRatio);
        LogGbPerDay = Checked(logGbPerDay, Limits.LogGbPerDay);
        RetentionDays = Checked(retentionDays, Limits.RetentionDays);
        CheckpointCount = Checked(checkpointCount, Limits.CheckpointCount);
        RollingUpdateNodes = Checked(rollingUpdateNodes, Limits.RollingUpdateNodes);
        OffloadTier = offloadTier;
        if (logGbPerDay is null != retentionDays is null)
        {
            throw new SizingException(logGbPerDay is null ? "LogGbPerDay" : "RetentionDays", "Logs take -LogGbPerDay and -RetentionDays together: give both, or neither.");
        }
        if (versionMarginRatio is not null && modelVersions is null)
        {
            throw new SizingException("ModelVersions", "-VersionMarginRatio is a share of the versions: give -ModelVersions as well.");
        }
    }

    /// <summary>Whether the profile is one filer for all nodes.</summary>
    public bool IsShared { get; }

    /// <summary>Seconds that a start may take, or null.</summary>
    public decimal? MaxLoadSeconds { get; }

    /// <summary>Seconds of the engine's own start, or null where they are left out.</summary>
    public decimal? InitSeconds { get; }

    /// <summary>What the node's network gives to storage in GB/s, or null where unknown.</summary>
    public decimal? NicGbS { get; }

    /// <summary>KiB of one read.</summary>
    public long ReadBlockKib { get; }

    /// <summary>Versions of the model that are kept, or null.</summary>
    public long? ModelVersions { get; }

    /// <summary>Share added to the versions, or null for none.</summary>
    public decimal? VersionMarginRatio { get; }

    /// <summary>GB of logs in a day, or null.</summary>
    public decimal? LogGbPerDay { get; }

    /// <summary>Days that logs are kept, or null.</summary>
    public decimal? RetentionDays { get; }

    /// <summary>Checkpoints that are kept, or null.</summary>
    public long? CheckpointCount { get; }

    /// <summary>Nodes that load at the same time during an update, or null.</summary>
    public long? RollingUpdateNodes { get; }

    /// <summary>Where KV cache is kept that leaves the GPU, or null.</summary>
    public OffloadTier? OffloadTier { get; }

    /// <summary>Whether a volume was asked for.</summary>
    public bool HasVolume => ModelVersions is not null || LogGbPerDay is not null || CheckpointCount is not null;

    /// <summary>Whether anything can be said without a storage profile.</summary>
    internal bool NeedsProfile =>
        OffloadTier == LlmSizing.OffloadTier.Nvme || RollingUpdateNodes is not null || MaxLoadSeconds is not null || InitSeconds is not null || IsShared
        || (!HasVolume && OffloadTier is null);

    /// <summary>What is asked in short.</summary>
    public override string ToString()
    {
        (string Name, decimal? Value)[] numbers =
        [
            ("max_load_seconds", MaxLoadSeconds), ("init_seconds", InitSeconds), ("storage_nic_gb_s", NicGbS), ("read_block_kib", ReadBlockKib),
            ("model_versions", ModelVersions), ("version_margin_ratio", VersionMarginRatio), ("log_gb_per_day", LogGbPerDay), ("retention_days", RetentionDays),
            ("checkpoint_count", CheckpointCount), ("rolling_update_nodes", RollingUpdateNodes),
        ];
        IEnumerable<string> given = numbers.Where(number => number.Value is not null).Select(number => $"{number.Name} {NumberText.AsWritten(number.Value!.Value)}");
        return string.Join(", ", new[] { IsShared ? "shared" : "of each node" }.Concat(given)) + (OffloadTier is null ? "" : $", offload to {OffloadTier.ToString().ToLowerInvariant()}");
    }

    private static decimal? Checked(decimal? value, NumberRange range) => value is decimal given ? range.Check(given) : null;

    private static long? Checked(long? value, NumberRange range) => value is long given ? range.Check(given) : null;
}
