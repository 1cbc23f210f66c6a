namespace LlmSizing;

/// <summary>The storage of a node: what it reads and writes. Every number is null where it is not known, which is not zero.</summary>
public sealed class StorageProfile : CatalogEntry
{
    /// <summary>Creates a profile; every number is above 0, or null where it is not known.</summary>
    /// <exception cref="SizingException">A number that is not above 0, or a read throughput with more than nine decimals.</exception>
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
        Name = info.Name;
        Type = type;
        IopsRead = AboveZero(iopsRead, "iops_read");
        IopsWrite = AboveZero(iopsWrite, "iops_write");
        ThroughputReadGbS = AboveZero(throughputReadGbS, "throughput_read_gb_s");
        ThroughputWriteGbS = AboveZero(throughputWriteGbS, "throughput_write_gb_s");
        LatencyP99ReadMs = AboveZero(latencyP99ReadMs, "latency_p99_read_ms");
        LatencyP99WriteMs = AboveZero(latencyP99WriteMs, "latency_p99_write_ms");
        ReadBytesPerSecond = throughputReadGbS is decimal read ? Billionths.From(read, "throughput_read_gb_s") : null;
    }

    /// <inheritdoc/>
    public override string Name { get; }

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

    // A billionth of a GB is a byte.
    internal long? ReadBytesPerSecond { get; }
}
