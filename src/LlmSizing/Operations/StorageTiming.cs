using System;
using System.Collections.Generic;
using System.Linq;

namespace LlmSizing;

/// <summary>How long a model takes to load from storage: one node alone and all nodes at once, by the way the weights are read.</summary>
/// <remarks>Times are those of the bytes; the engine's own start is added only where the operator says how long it takes.</remarks>
public sealed class StorageTiming
{
    private readonly StorageProfile storage;
    private readonly StorageWorkload workload;
    private readonly WeightReading reading;
    private readonly Server server;
    private readonly Texts texts;

    /// <summary>Computes the times.</summary>
    /// <param name="model">The model as it is stored.</param>
    /// <param name="server">One node.</param>
    /// <param name="storage">The storage of a node, or one for all.</param>
    /// <param name="nodes">Nodes that start at the same time, at least 1.</param>
    /// <param name="workload">How it is read.</param>
    /// <param name="texts">The language of the rationale.</param>
    /// <param name="placement">How a replica lies on GPUs, or null for a model that is split evenly over the GPUs of the node.</param>
    /// <exception cref="SizingException">The size of the weights is not known.</exception>
    public StorageTiming(Model model, Server server, StorageProfile storage, long nodes, StorageWorkload workload, Texts texts, Placement? placement = null)
    {
        this.storage = storage ?? throw new ArgumentNullException(nameof(storage));
        this.workload = workload ?? throw new ArgumentNullException(nameof(workload));
        this.server = server ?? throw new ArgumentNullException(nameof(server));
        this.texts = texts;
        reading = new WeightReading(model, server, placement);
        Model = model.Name;
        Server = server.Name;
        Storage = storage.Name;
        Nodes = nodes >= 1 ? nodes : throw new SizingException("Nodes", $"Nodes is {NumberText.Plain(nodes)}: write at least 1.");
        Placement = placement?.ToString();
        HostBytes = server.Hardware.HostMemoryGb is decimal gb ? (double)gb * ByteUnits.Gb : null;
        Cold = Read(ColdBytes, 1);
        Streaming = Read(reading.OnceBytes, 1);
        Sharded = Read(reading.ShardedBytes, 1);
        EachRank = Read(reading.EachRankBytes, 1);
        AllNodes = Read(ColdBytes, nodes);
    }

    /// <summary>The model's name.</summary>
    public string Model { get; }

    /// <summary>The server's name.</summary>
    public string Server { get; }

    /// <summary>The storage profile's name.</summary>
    public string Storage { get; }

    /// <summary>Nodes that start at the same time.</summary>
    public long Nodes { get; }

    /// <summary>How a replica lies on GPUs, such as tp8, or null where the model is not placed.</summary>
    public string? Placement { get; }

    /// <summary>Size of one copy of the weights in GiB.</summary>
    public double WeightsGib => (double)reading.WeightBytes / ByteUnits.GiB;

    /// <summary>Seconds of a node that starts alone and has read nothing yet; null where they are not known.</summary>
    /// <remarks>The file is read once where the page cache holds it or its size is not known, else once for each rank.</remarks>
    public double? ColdStartSeconds => Cold.Seconds;

    /// <summary>Seconds where the page cache of the node still holds the file; null where the PCIe generation is not known or the host memory too small.</summary>
    public double? PageCacheSeconds => HostBytes < reading.OnceBytes ? null : Cold.PcieSeconds;

    /// <summary>Seconds with a streaming loader: one read that all ranks share.</summary>
    public double? StreamingSeconds => Streaming.Seconds;

    /// <summary>Seconds where each GPU reads a file of its own share.</summary>
    public double? ShardedSeconds => Sharded.Seconds;

    /// <summary>Seconds where each rank reads the whole file and no page cache keeps it.</summary>
    public double? EachRankSeconds => EachRank.Seconds;

    /// <summary>Seconds until the last node has loaded when all start at once.</summary>
    public double? AllNodesSeconds => AllNodes.Seconds;

    /// <summary>Seconds of the engine's own start, or null where they were not given and are left out.</summary>
    public double? InitSeconds => (double?)workload.InitSeconds;

    /// <summary>Seconds until the last of all nodes serves: the load and the engine's own start; null where one is not known.</summary>
    public double? ReadySeconds => AllNodesSeconds + InitSeconds;

    /// <summary>What bounds the cold start: storage, iops, network or pcie; null where it is not known.</summary>
    public string? Bound => Cold.Bound;

    /// <summary>Facts that are not known and so do not bound, by their catalog keys.</summary>
    public string Unknown => string.Join(", ", UnknownFacts());

    /// <summary>Bytes of one copy of the weights.</summary>
    public long WeightBytes => reading.WeightBytes;

    /// <summary>Bytes that a node reads in a cold start.</summary>
    public long ReadBytes => Cold.Bytes;

    /// <summary>Formula, inputs and interpretation of the cold start, in the language of the object.</summary>
    public Rationale Rationale => new(Formula, Inputs(), texts.Format(
        "metric.model_load_seconds." + (ColdStartSeconds is null ? "unknown" : InitSeconds is null ? "interpretation" : "with_init"), name => Find(name) ?? ""));

    internal StorageRead Cold { get; }

    internal StorageRead Streaming { get; }

    internal StorageRead Sharded { get; }

    internal StorageRead EachRank { get; }

    internal StorageRead AllNodes { get; }

    internal static IReadOnlyList<string> Formula { get; } =
    [
        "model_load_seconds = max(read_bytes / min(throughput_read_gb_s, storage_nic_gb_s), weights_per_gpu_gib / pcie_gb_s, reads / iops_read)",
        "reads = ceil(read_bytes / read_block_kib)",
    ];

    private double? HostBytes { get; }

    private long ColdBytes => HostBytes < reading.OnceBytes ? reading.EachRankBytes : reading.OnceBytes;

    /// <summary>Model, server, storage and the seconds.</summary>
    public override string ToString() => $"{Model} from {Storage} to {Server}: {SecondsText.Of(ColdStartSeconds) ?? "?"}";

    internal StorageRead Read(long bytes, long clients) => new(bytes, reading.PerGpuBytes, clients, server, storage, workload);

    internal string? Find(string name) => name switch
    {
        "model" => Model,
        "server" => Server,
        "storage" => Storage,
        "model_load" => SecondsText.Of(ColdStartSeconds) ?? "",
        "load_bound" => Bound ?? "",
        "load_unknown" => Unknown.Length > 0 ? Unknown : "-",
        "read_gib" => NumberText.Gib(ReadBytes, 2),
        "init_seconds" => NumberText.AsWritten(workload.InitSeconds ?? 0),
        _ => null,
    };

    internal IEnumerable<RationaleInput> Inputs()
    {
        yield return new("read_bytes", ReadBytes);
        yield return new("weights_per_gpu_gib", NumberText.Rounded(new Rational(reading.PerGpuBytes, ByteUnits.GiB), 4));
        yield return new("throughput_read_gb_s", Known(storage.ThroughputReadGbS));
        yield return new("iops_read", Known(storage.IopsRead));
        yield return new("read_block_kib", workload.ReadBlockKib);
        yield return new("storage_nic_gb_s", Known(workload.NicGbS));
        yield return new("pcie_gb_s", Known(server.Hardware.PcieGbS));
        yield return new("host_memory_gb", Known(server.Hardware.HostMemoryGb));
        yield return new("init_seconds", Known(workload.InitSeconds));
    }

    internal static object Known(decimal? value) => value is decimal known ? ResultText.Trimmed(known) : "unknown";

    private static object Known(long? value) => value is long known ? known : "unknown";

    private IEnumerable<string> UnknownFacts()
    {
        (string Name, bool IsKnown)[] facts =
        [
            ("throughput_read_gb_s", storage.ThroughputReadGbS is not null), ("iops_read", storage.IopsRead is not null), ("storage_nic_gb_s", workload.NicGbS is not null),
            ("pcie_gen", server.Hardware.PcieGen is not null), ("host_memory_gb", server.Hardware.HostMemoryGb is not null), ("init_seconds", workload.InitSeconds is not null),
        ];
        return facts.Where(fact => !fact.IsKnown).Select(fact => fact.Name);
    }
}
