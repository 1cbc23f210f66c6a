namespace LlmSizing;

/// <summary>One pipeline stage of a replica: what its fullest GPU has left for sessions, and what a session takes there.</summary>
public sealed class StageMemory
{
    internal StageMemory(ModelShard shard, EngineMemory memory, long sessionBytes)
    {
        Shard = shard;
        Memory = memory;
        SessionBytes = sessionBytes;
    }

    /// <summary>The share of the model on the GPU.</summary>
    public ModelShard Shard { get; }

    /// <summary>The engine's prediction for the GPU.</summary>
    public EngineMemory Memory { get; }

    /// <summary>Bytes that a session of the planned context takes on the GPU, as the engine rounds them up; 0 where the stage keeps no cache.</summary>
    public long SessionBytes { get; }
}
