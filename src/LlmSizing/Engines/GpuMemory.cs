namespace LlmSizing;

/// <summary>The memory of a GPU as an engine sees it: less than the driver's total, which is not the marketing figure either.</summary>
/// <remarks>
/// cudaMemGetInfo against nvidia-smi memory.total in public logs: H100 79.19 of 79.65 GiB, H200 139.8 of 140.4, B200 178.36 of 179.06, B300 267.69 of 268.6, RTX 4090 23.64 of 23.99,
/// L4 22.05 of 22.49, RTX PRO 6000 94.97 of 95.59: 0.33 GiB and 0.21 % less, within 0.1 GiB.
/// </remarks>
public static class GpuMemory
{
    private const decimal ReservedGib = 0.33m;
    private const decimal ReservedShare = 0.0021m;

    /// <summary>Bytes that an engine sees of one GPU of a server.</summary>
    /// <param name="server">The server; where the driver's total is not known, its marketed GB (10^9) count.</param>
    public static long Of(Server server) => server.UsableHbmPerGpuGib is decimal usable
        ? FromDriver(usable)
        : server.HbmTotalBytes / server.Gpus;

    /// <summary>Bytes that an engine sees where the driver reports so many GiB (nvidia-smi memory.total).</summary>
    public static long FromDriver(decimal gib) => (long)(System.Math.Max(0, (gib * (1 - ReservedShare)) - ReservedGib) * ByteUnits.GiB);
}
