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

    private static readonly DecimalField Bf16 = Number("bf16_tflops", "TFLOPS (10^12 operations per second)", "Peak of one GPU in dense BF16.");
    private static readonly DecimalField Fp8 = Number("fp8_tflops", "TFLOPS (10^12 operations per second)", "Peak of one GPU in dense FP8.");
    private static readonly DecimalField Fp4 = Number("fp4_tflops", "TFLOPS (10^12 operations per second)", "Peak of one GPU in dense FP4.");
    private static readonly DecimalField Int8 = Number("int8_tops", "TOPS (10^12 operations per second)", "Peak of one GPU in dense INT8.");
    private static readonly DecimalField GpuLink = Number("gpu_link_gb_s", "GB/s (10^9 bytes per second)", "NVLink or its like of one GPU, both directions together as makers quote it.");
    private static readonly IntegerField PcieGen = new("pcie_gen", false, 1, 7, "", "Generation of the PCIe slots, of 16 lanes each.");
    private static readonly DecimalField Fabric = Number("fabric_gb_s", "GB/s (10^9 bytes per second)", "Network between nodes for one GPU, one direction.");
    private static readonly DecimalField GpuTdp = Number("gpu_tdp_w", "W", "Design power of one GPU.");
    private static readonly DecimalField MaxPower = Number("max_power_kw", "kW", "Most that the whole node draws.");
    private static readonly DecimalField TypicalPower = Number("typical_power_kw", "kW", "What the whole node draws under load.");
    private static readonly DecimalField RackUnits = Number("rack_units", "rack units", "Height of the node in a rack.");
    private static readonly DecimalField HostMemory = Number("host_memory_gb", "GB (10^9 bytes)", "Memory of the host.");
    private static readonly DecimalField LocalNvme = Number("local_nvme_tb", "TB (10^12 bytes)", "Local NVMe of the node.");

    public ServerShape()
        : base("servers", new MapShape(
            EntryFields.Name, EntryFields.Aliases, Gpu, Gpus, Hbm, UsableHbm, Bandwidth, Fp8Units, Int8Units, NvlinkDomain,
            Bf16, Fp8, Fp4, Int8, GpuLink, PcieGen, Fabric, GpuTdp, MaxPower, TypicalPower, RackUnits, HostMemory, LocalNvme,
            EntryFields.Estimate, EntryFields.Notes, EntryFields.Sources))
    {
    }

    protected override Server Create(Values values, string source) => new(
        EntryFields.Info(values, source), values.Get(Gpus), values.Get(Hbm), values.Find(Gpu),
        values.Number(UsableHbm), values.Number(Bandwidth), values.Number(Fp8Units), values.Number(Int8Units), values.Number(NvlinkDomain),
        new ServerHardware(
            values.Number(Bf16), values.Number(Fp8), values.Number(Fp4), values.Number(Int8), values.Number(GpuLink), values.Number(PcieGen), values.Number(Fabric),
            values.Number(GpuTdp), values.Number(MaxPower), values.Number(TypicalPower), values.Number(RackUnits), values.Number(HostMemory), values.Number(LocalNvme)));

    private static DecimalField Number(string name, string unit, string description) => new(name, false, 0, 1_000_000, true, unit, description);
}
