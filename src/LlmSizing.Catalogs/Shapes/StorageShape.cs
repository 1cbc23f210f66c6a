namespace LlmSizing;

internal sealed class StorageShape : EntryShape<StorageProfile>
{
    private const long MaximumIops = 1_000_000_000_000;

    private static readonly TextField Type = new("type", true, EntryFields.WordLength, "The kind of storage, such as nvme_local or object_store.");
    private static readonly IntegerField IopsRead = new("iops_read", false, 1, MaximumIops, "operations per second", "Read operations.");
    private static readonly IntegerField IopsWrite = new("iops_write", false, 1, MaximumIops, "operations per second", "Write operations.");
    private static readonly DecimalField ThroughputRead = new("throughput_read_gb_s", false, 0, 1_000_000, true, "GB/s (10^9 bytes per second)", "Read throughput of the node.");
    private static readonly DecimalField ThroughputWrite = new("throughput_write_gb_s", false, 0, 1_000_000, true, "GB/s (10^9 bytes per second)", "Write throughput of the node.");
    private static readonly DecimalField LatencyRead = new("latency_p99_read_ms", false, 0, 1_000_000, true, "milliseconds", "99th percentile of the read latency.");
    private static readonly DecimalField LatencyWrite = new("latency_p99_write_ms", false, 0, 1_000_000, true, "milliseconds", "99th percentile of the write latency.");

    public StorageShape()
        : base("storage", new MapShape(
            EntryFields.Name, EntryFields.Aliases, Type, IopsRead, IopsWrite, ThroughputRead, ThroughputWrite, LatencyRead, LatencyWrite,
            EntryFields.Estimate, EntryFields.Notes, EntryFields.Sources))
    {
    }

    protected override StorageProfile Create(Values values, string source) => new(
        EntryFields.Info(values, source), values.Get(Type), values.Number(IopsRead), values.Number(IopsWrite),
        values.Number(ThroughputRead), values.Number(ThroughputWrite), values.Number(LatencyRead), values.Number(LatencyWrite));
}
