using System.Management.Automation;

namespace LlmSizing.Commands;

/// <summary>Explains what of a GPU is neither weights nor KV cache: a row per component, and their total.</summary>
[Cmdlet(VerbsCommon.Get, "RuntimeOverhead")]
[OutputType(typeof(RuntimeOverhead))]
public sealed class GetRuntimeOverheadCommand : EngineCommand
{
    private protected override void Write(EngineMemory memory) => WriteObject(RuntimeOverhead.Of(memory), enumerateCollection: true);
}
