namespace LlmSizing;

/// <summary>The storage of a node: what it reads and writes. Every number is null where it is not known, which is not zero.</summary>
public sealed class StorageProfile : CatalogEntry
{
    /// <summary>Creates a profile; every number is at least 0 or null.</summary>
    public StorageProfile(
        EntryInfo info,
        string type,
        long? iopsRead = null,
        long? iopsWrite = null,
        decimal? throughputReadGbS = null,
        decimal? throughputWriteGbS = null,
        decimal? latencyP99ReadMs = null,
        decimal? latencyP99WriteMs = null)
        : base(info)
    {
        Type = type;
        IopsRead = iopsRead;
        IopsWrite = iopsWrite;
        ThroughputReadGbS = throughputReadGbS;
        ThroughputWriteGbS = throughputWriteGbS;
        LatencyP99ReadMs = latencyP99ReadMs;
        LatencyP99WriteMs = latencyP99WriteMs;
    }

    /// <summary>The kind of storage, such as nvme_local or object_store.</summary>
    public string Type { get; }

    /// <summary>Read operations per second.</summary>
    public long? IopsRead { get; }

    /// <summary>Write operations per second.</summary>
    public long? IopsWrite { get; }

    /// <summary>Read throughput in GB/s (10^9 bytes per second).</summary>
    public decimal? ThroughputReadGbS { get; }

    /// <summary>Write throughput in GB/s (10^9 bytes per second).</summary>
    public decimal? ThroughputWriteGbS { get; }

    /// <summary>99th percentile of the read latency in milliseconds.</summary>
    public decimal? LatencyP99ReadMs { get; }

    /// <summary>99th percentile of the write latency in milliseconds.</summary>
    public decimal? LatencyP99WriteMs { get; }
}
