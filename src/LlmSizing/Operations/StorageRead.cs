using System;

namespace LlmSizing;

/// <summary>How long nodes take to read bytes to their GPUs: the slowest of the storage, the network, the read operations and the PCIe slots.</summary>
/// <remarks>
/// <c>max(bytes / min(storage throughput × share, network, PCIe × GPUs), reads / IOPS)</c>: each part is a bound of its own, as they overlap at best. What is not
/// known does not bound; without the throughput of the storage there is no time at all.
/// </remarks>
public sealed class StorageRead
{
    internal StorageRead(long bytes, long perGpuBytes, long clients, Server server, StorageProfile storage, StorageWorkload workload)
    {
        Bytes = bytes;
        double all = (double)bytes * (workload.IsShared ? clients : 1);
        ThroughputSeconds = all / Rate(storage.ThroughputReadGbS);
        Operations = Math.Ceiling((double)bytes / (workload.ReadBlockKib * 1024.0));
        IopsSeconds = Operations * (workload.IsShared ? clients : 1) / storage.IopsRead;
        NicSeconds = bytes / Rate(workload.NicGbS);
        PcieSeconds = perGpuBytes / Rate(server.Hardware.PcieGbS);
        Seconds = ThroughputSeconds is double known ? Larger(Larger(Larger(known, IopsSeconds), NicSeconds), PcieSeconds) : null;
        Bound = Seconds is not double slowest ? null
            : slowest == ThroughputSeconds ? "storage" : slowest == IopsSeconds ? "iops" : slowest == NicSeconds ? "network" : "pcie";
    }

    /// <summary>Bytes that a node reads.</summary>
    public long Bytes { get; }

    /// <summary>Read operations of a node.</summary>
    public double Operations { get; }

    /// <summary>Seconds, or null where the throughput of the storage is not known.</summary>
    public double? Seconds { get; }

    /// <summary>What takes longest: storage, iops, network or pcie; null where the time is not known.</summary>
    public string? Bound { get; }

    /// <summary>Seconds by the throughput of the storage, or null.</summary>
    public double? ThroughputSeconds { get; }

    /// <summary>Seconds by the read operations, or null where the IOPS are not known.</summary>
    public double? IopsSeconds { get; }

    /// <summary>Seconds by the network of the node, or null where it was not given.</summary>
    public double? NicSeconds { get; }

    /// <summary>Seconds by the PCIe slot of the fullest GPU, or null where its generation is not known.</summary>
    public double? PcieSeconds { get; }

    internal static double? Rate(decimal? gbPerSecond) => gbPerSecond is decimal rate ? (double)rate * ByteUnits.Gb : null;

    private static double Larger(double seconds, double? other) => other > seconds ? other.Value : seconds;
}
