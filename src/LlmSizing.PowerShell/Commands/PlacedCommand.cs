using System.Management.Automation;

namespace LlmSizing.Commands;

/// <summary>A cmdlet that lays a model out on GPUs and stores its weights in some way.</summary>
public abstract class PlacedCommand : SplitCommand
{
    /// <summary>How the weights are stored; as they are published when left out.</summary>
    [Parameter(ValueFromPipelineByPropertyName = true)]
    [ArgumentCompleter(typeof(QuantizationCompleter))]
    [ValidateNotNullOrEmpty]
    public string[]? Quantization { get; set; }
}
