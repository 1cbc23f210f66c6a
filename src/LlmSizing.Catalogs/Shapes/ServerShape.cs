namespace LlmSizing;

internal sealed class ServerShape : EntryShape<Server>
{
    private static readonly TextField Gpu = new("gpu", false, EntryFields.WordLength, "The GPU's name.");
    private static readonly IntegerField Gpus = new("gpus", true, 1, 1_000_000, "GPUs", "GPUs of the node.");
    private static readonly DecimalField Hbm = new("hbm_per_gpu_gb", true, 0, 1_000_000, true, "GB (10^9 bytes)", "Memory of one GPU as marketed.");
    private static readonly DecimalField UsableHbm = new("usable_hbm_per_gpu_gib", false, 0, 1_000_000, true, "GiB (2^30 bytes)", "Memory of one GPU as the driver reports it.");
    private static readonly DecimalField Bandwidth = new("hbm_bandwidth_tb_s", false, 0, 1_000_000, true, "TB/s (10^12 bytes per second)", "Memory bandwidth of one GPU.");
    private static readonly BooleanField Fp8Units = new("fp8_units", false, "Whether the GPU computes in FP8; only where it is known.");
    private static readonly BooleanField Int8Units = new("int8_units", false, "Whether the GPU computes in INT8; only where it is known.");

    private static readonly IntegerField NvlinkDomain = new("nvlink_domain_gpus", false, 1, 1_000_000, "GPUs", "GPUs that NVLink or its like joins, 1 without one; only where it is known.");

    public ServerShape()
        : base("servers", new MapShape(
            EntryFields.Name, EntryFields.Aliases, Gpu, Gpus, Hbm, UsableHbm, Bandwidth, Fp8Units, Int8Units, NvlinkDomain,
            EntryFields.Estimate, EntryFields.Notes, EntryFields.Sources))
    {
    }

    protected override Server Create(Values values, string source) => new(
        EntryFields.Info(values, source), values.Get(Gpus), values.Get(Hbm), values.Find(Gpu),
        values.Number(UsableHbm), values.Number(Bandwidth), values.Number(Fp8Units), values.Number(Int8Units), values.Number(NvlinkDomain));
}
