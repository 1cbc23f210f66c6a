namespace LlmSizing;

/// <summary>Where KV cache is kept that leaves the GPU.</summary>
public enum OffloadTier
{
    /// <summary>Memory of the host, over the PCIe slots of the GPUs.</summary>
    Dram,

    /// <summary>The storage profile, such as local NVMe.</summary>
    Nvme,

    /// <summary>Memory of other nodes, over the network of the GPUs.</summary>
    Network,
}
