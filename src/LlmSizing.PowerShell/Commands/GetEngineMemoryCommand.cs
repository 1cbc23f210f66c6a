using System.Management.Automation;

namespace LlmSizing.Commands;

/// <summary>Predicts what an engine prints of its memory when it starts: weights, activations, what is left for the cache, blocks, tokens, concurrency.</summary>
[Cmdlet(VerbsCommon.Get, "EngineMemory")]
[OutputType(typeof(EngineMemory))]
public sealed class GetEngineMemoryCommand : EngineCommand
{
    private protected override void Write(EngineMemory memory) => WriteObject(memory);
}
