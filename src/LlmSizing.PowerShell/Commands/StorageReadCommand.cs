using System.Management.Automation;

namespace LlmSizing.Commands;

/// <summary>A cmdlet that reads the weights of a placed model from storage.</summary>
public abstract class StorageReadCommand : PlacedCommand
{
    /// <summary>Whether the storage profile is one filer for all nodes.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("storage_shared")]
    public SwitchParameter StorageShared { get; set; }

    /// <summary>Seconds of the engine's own start, 0 to 10^6; left out of every time when not given.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("init_seconds")]
    [InitSeconds]
    public decimal[]? InitSeconds { get; set; }

    /// <summary>GB/s (10^9) of the network of a node to its storage, one direction, 0.001 to 10^6.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("storage_nic_gb_s")]
    [StorageNicGbS]
    public decimal[]? StorageNicGbS { get; set; }

    /// <summary>KiB of one read, 1 to 10^6; 128, the readahead of Linux, when left out.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("read_block_kib")]
    [ReadBlockKib]
    public long[]? ReadBlockKib { get; set; }
}
