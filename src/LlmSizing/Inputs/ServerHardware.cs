using System.Linq;

namespace LlmSizing;

/// <summary>What a server computes, moves, draws and takes up. Every number is null where it is not known, which is not zero.</summary>
public sealed class ServerHardware
{
    /// <summary>Creates the facts; every number is above 0, or null where it is not known.</summary>
    /// <exception cref="SizingException">A number is not above 0.</exception>
    public ServerHardware(
        decimal? bf16Tflops = null, decimal? fp8Tflops = null, decimal? fp4Tflops = null, decimal? int8Tops = null,
        decimal? gpuLinkGbS = null, long? pcieGen = null, decimal? fabricGbS = null, decimal? gpuTdpW = null,
        decimal? maxPowerKw = null, decimal? typicalPowerKw = null, decimal? rackUnits = null, decimal? hostMemoryGb = null, decimal? localNvmeTb = null)
    {
        Bf16Tflops = Positive(bf16Tflops, "bf16_tflops");
        Fp8Tflops = Positive(fp8Tflops, "fp8_tflops");
        Fp4Tflops = Positive(fp4Tflops, "fp4_tflops");
        Int8Tops = Positive(int8Tops, "int8_tops");
        GpuLinkGbS = Positive(gpuLinkGbS, "gpu_link_gb_s");
        PcieGen = pcieGen is null or (>= 1 and <= 7) ? pcieGen : throw new SizingException("pcie_gen", "pcie_gen must be 1 to 7.");
        FabricGbS = Positive(fabricGbS, "fabric_gb_s");
        GpuTdpW = Positive(gpuTdpW, "gpu_tdp_w");
        MaxPowerKw = Positive(maxPowerKw, "max_power_kw");
        TypicalPowerKw = Positive(typicalPowerKw, "typical_power_kw");
        RackUnits = Positive(rackUnits, "rack_units");
        HostMemoryGb = Positive(hostMemoryGb, "host_memory_gb");
        LocalNvmeTb = Positive(localNvmeTb, "local_nvme_tb");
    }

    /// <summary>Peak of one GPU in dense BF16, in TFLOPS (10^12 operations per second, no sparsity).</summary>
    public decimal? Bf16Tflops { get; }

    /// <summary>Peak of one GPU in dense FP8, in TFLOPS.</summary>
    public decimal? Fp8Tflops { get; }

    /// <summary>Peak of one GPU in dense FP4, in TFLOPS.</summary>
    public decimal? Fp4Tflops { get; }

    /// <summary>Peak of one GPU in dense INT8, in TOPS.</summary>
    public decimal? Int8Tops { get; }

    /// <summary>NVLink or its like of one GPU in GB/s, both directions together as makers quote it; one direction is half of it.</summary>
    public decimal? GpuLinkGbS { get; }

    /// <summary>Generation of the PCIe slot, of 16 lanes.</summary>
    public long? PcieGen { get; }

    /// <summary>One direction of a PCIe slot of 16 lanes in GB/s: 4 in generation 1, twice that in each one after.</summary>
    public decimal? PcieGbS => PcieGen is long generation ? 4m * (1 << (int)(generation - 1)) : null;

    /// <summary>The network between nodes, one direction for one GPU, in GB/s.</summary>
    public decimal? FabricGbS { get; }

    /// <summary>Design power of one GPU in W.</summary>
    public decimal? GpuTdpW { get; }

    /// <summary>Most that the whole node draws, in kW.</summary>
    public decimal? MaxPowerKw { get; }

    /// <summary>What the whole node draws under load, in kW.</summary>
    public decimal? TypicalPowerKw { get; }

    /// <summary>Rack units (1.75 inches) of the node.</summary>
    public decimal? RackUnits { get; }

    /// <summary>Memory of the host in GB (10^9).</summary>
    public decimal? HostMemoryGb { get; }

    /// <summary>Local NVMe of the node in TB (10^12).</summary>
    public decimal? LocalNvmeTb { get; }

    /// <summary>What is known of the peak, the links and the power, in short.</summary>
    public override string ToString()
    {
        (decimal? Value, string Unit)[] facts = [(Bf16Tflops, "BF16 TFLOPS"), (GpuLinkGbS, "GB/s between GPUs"), (FabricGbS, "GB/s of network"), (MaxPowerKw, "kW")];
        return string.Join(", ", facts.Where(fact => fact.Value is not null).Select(fact => NumberText.AsWritten(fact.Value!.Value) + " " + fact.Unit));
    }

    private static decimal? Positive(decimal? value, string field) =>
        value is null or > 0 ? value : throw new SizingException(field, $"{field} is {NumberText.AsWritten(value.Value)}: write a number above 0, or leave it out where it is not known.");
}
